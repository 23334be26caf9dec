import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { Section } from '@/ui/page/section';
import { Loaded } from '@/ui/state/loaded';
import { historyQuery, type SubmissionPlace } from '../queries';
import type { HistoryEntry } from '../shapes';
import styles from './collection.module.css';

/** The steps of a submission: who did what when, and why. */
export function HistoryList({ place }: { place: SubmissionPlace }) {
  const { t } = useTranslation('collection');
  const query = useQuery(historyQuery(place));
  return (
    <Section title={t('history')}>
      <Loaded query={query} lines={3} heading="h2">
        {({ items }) => (
          <ol className={styles['history']}>
            {items.toReversed().map((entry) => (
              <HistoryItem key={`${entry.version}-${entry.step}`} entry={entry} />
            ))}
          </ol>
        )}
      </Loaded>
    </Section>
  );
}

function HistoryItem({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation('collection');
  const { language } = useLanguage();
  const { step, at, by, comment, is_late: isLate, approved, returned } = entry;
  return (
    <li data-step={step}>
      <time dateTime={at}>{formatMoment(at, language)}</time>
      <span>
        <strong>{t(`step_${step}`)}</strong> {by}
        {isLate && <em> {t('late')}</em>}
        {approved.length > 0 && ` · ${t('cells_approved', { count: approved.length })}`}
        {returned.length > 0 && ` · ${t('cells_returned', { count: returned.length })}`}
        {comment && <q>{comment}</q>}
      </span>
    </li>
  );
}
