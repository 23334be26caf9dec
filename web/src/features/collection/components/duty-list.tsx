import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import type { Duty } from '../shapes';
import styles from './collection.module.css';

interface Props {
  kind: 'report' | 'mend' | 'review';
  duties: readonly Duty[];
}

/** What is to be done, the most pressing first. */
export function DutyList({ kind, duties }: Props) {
  return (
    <ul className={styles['duties']}>
      {duties.map((duty) => (
        <DutyItem
          key={[
            duty.strategy.code,
            duty.submission.round,
            duty.submission.organisation.code,
          ].join()}
          kind={kind}
          duty={duty}
        />
      ))}
    </ul>
  );
}

function DutyItem({ kind, duty }: { kind: Props['kind']; duty: Duty }) {
  const { t } = useTranslation('collection');
  const { text, language } = useLanguage();
  const { strategy, submission, cells, filled, returned, reminder } = duty;
  const { round, organisation, due } = submission;
  const far =
    kind === 'report'
      ? t('duty_filled', { filled, cells })
      : kind === 'mend'
        ? t('duty_returned', { count: returned })
        : t('duty_cells', { count: cells });
  return (
    <li data-reminder={reminder}>
      <div>
        <Link to={paths.submission(strategy.code, round, organisation.code)}>
          {text(organisation.name)} · {text(submission.title)}
        </Link>
        <span className="muted">{text(strategy.name)}</span>
      </div>
      <span>{far}</span>
      <span>
        {t('due', { time: formatInstant(due.at, due.time_zone, language) })}
        {reminder !== 'none' && (
          <strong className={styles['reminder']} data-reminder={reminder}>
            {t(reminder)}
          </strong>
        )}
      </span>
    </li>
  );
}
