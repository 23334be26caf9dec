import { useTranslation } from 'react-i18next';
import { DataTable } from '@/ui/data-table/data-table';
import { formatPlain, formatShare } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import type { NodeChange } from '../types';
import styles from './catalogue.module.css';

type Side = NonNullable<NodeChange['before']>;

interface Props {
  changes: readonly NodeChange[];
  names: readonly [string, string];
}

/** Nodes that differ: how, and what each version says of them. */
export function NodeChanges({ changes, names }: Props) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  const nameOf = ({ before, after, code }: NodeChange) => text((after ?? before)?.name ?? { zh: '', en: '' }) || code;
  return (
    <Section title={t('nodes_changed')}>
      <DataTable
        caption={t('nodes_changed')}
        columns={[
          {
            key: 'node',
            title: t('node'),
            isRowHeader: true,
            cell: (change) => (
              <>
                {nameOf(change)} <code className={styles['code']}>{change.code}</code>
              </>
            ),
          },
          {
            key: 'difference',
            title: t('difference'),
            cell: ({ differences }) => (
              <ul className={styles['differences']}>
                {differences.map((difference) => (
                  <li key={difference} data-difference={difference}>
                    {t(`difference_${difference}`)}
                  </li>
                ))}
              </ul>
            ),
          },
          { key: 'before', title: names[0], cell: (it) => <Node side={it.before ?? null} of={it} /> },
          { key: 'after', title: names[1], cell: (it) => <Node side={it.after ?? null} of={it} /> },
        ]}
        rows={changes}
        rowKey={({ code }) => code}
      />
    </Section>
  );
}

function Node({ side, of }: { side: Side | null; of: NodeChange }) {
  const { t } = useTranslation('catalogue');
  const { text } = useLanguage();
  if (!side) return '—';
  const isAlone = of.before === null || of.after === null;
  const differs = (word: string) => isAlone || of.differences.includes(word);
  const facts = [
    side.parent && differs('moved') && t('under', { parent: side.parent }),
    differs('renamed') && text(side.name),
    differs('indicator_changed') && side.indicator,
    t('weight_is', { weight: formatPlain(side.weight) }),
    t('of_index', { share: formatShare(side.effective_weight, 2) }),
  ];
  return facts.filter(Boolean).join(' · ');
}
