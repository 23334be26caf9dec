import { useTranslation } from 'react-i18next';
import styles from './collection.module.css';

/** How far a submission or a round is, in a word and by the fill of its mark. */
export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation('collection');
  return (
    <span className={styles['state']} data-state={state}>
      {t(`state_${state}`)}
    </span>
  );
}
