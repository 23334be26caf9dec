import { useTranslation } from 'react-i18next';
import type { Version } from '../types';
import styles from './catalogue.module.css';

/** The state of a version as a word, and whether scores are computed with it. */
export function StateMark({ version }: { version: Version }) {
  const { t } = useTranslation('catalogue');
  return (
    <span className={styles['state']} data-state={version.state}>
      {t(`state_${version.state}`)}
      {version.is_in_force && ` · ${t('in_force')}`}
    </span>
  );
}
