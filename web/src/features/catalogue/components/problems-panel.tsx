import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { Loaded } from '@/ui/state/loaded';
import { checkQuery } from '../queries';
import type { Finding } from '../types';
import type { EditedDraft } from '../use-draft';
import styles from './editor.module.css';

interface Props {
  strategy: string;
  version: string;
  draft: EditedDraft;
  onSelect: (key: string) => void;
}

/** What the server finds in the draft as it was saved last: where, what, and what to do. */
export function ProblemsPanel({ strategy, version, draft, onSelect }: Props) {
  const { t } = useTranslation('catalogue');
  const query = useQuery(checkQuery(strategy, version, draft.revision));
  const keyOf = ({ part, place }: Finding) =>
    part === 'tree' ? draft.state.tree.find(({ code }) => code === place)?.key : undefined;
  return (
    <Section title={t('problems')}>
      <Loaded query={query} heading="h2" lines={2}>
        {({ findings }) => {
          const errors = findings.filter(({ severity }) => severity === 'error').length;
          if (findings.length === 0) return <p role="status">{t('problems_none')}</p>;
          return (
            <>
              <p role="status">
                {t('problems_count', { errors, warnings: findings.length - errors })}
              </p>
              <ul className={styles['findings']}>
                {findings.map((finding) => (
                  <Problem
                    key={`${finding.part} ${finding.place} ${finding.code} ${finding.what.en}`}
                    finding={finding}
                    nodeKey={keyOf(finding)}
                    onSelect={onSelect}
                  />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

interface ProblemProps {
  finding: Finding;
  nodeKey: string | undefined;
  onSelect: (key: string) => void;
}

function Problem({ finding, nodeKey, onSelect }: ProblemProps) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const { severity, part, place, what, remedy } = finding;
  return (
    <li data-severity={severity}>
      <span className={styles['place']}>
        {t(severity === 'error' ? 'error' : 'warning')} · {t(`part_${part}`)}
        {place &&
          (nodeKey ? (
            <button type="button" onClick={() => onSelect(nodeKey)}>
              {place}
            </button>
          ) : (
            <code>{place}</code>
          ))}
      </span>
      <span>{text(what)}</span>
      <span className="muted">{text(remedy)}</span>
    </li>
  );
}
