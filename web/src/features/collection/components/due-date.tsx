import { useTranslation } from 'react-i18next';
import { formatInstant } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import type { Deadline } from '../shapes';
import styles from './collection.module.css';

interface Props {
  due: Deadline;
  isOverdue?: boolean;
  isExtended?: boolean;
}

/** By when, in the strategy's time, and whether that has passed. */
export function DueDate({ due, isOverdue = false, isExtended = false }: Props) {
  const { t } = useTranslation('collection');
  const { language } = useLanguage();
  return (
    <p className={styles['due']} data-overdue={isOverdue}>
      {t('due', { time: formatInstant(due.at, due.time_zone, language) })}
      {isOverdue && <strong> {t('overdue')}</strong>}
      {isExtended && <span> {t('extended')}</span>}
    </p>
  );
}
