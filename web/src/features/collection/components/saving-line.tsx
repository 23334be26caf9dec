import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemWords } from '@/api/problem';
import type { Snapshot } from '../drafts/autosave';
import styles from './collection.module.css';

interface Props {
  snapshot: Snapshot;
  onTry: () => void;
}

/** Whether what was typed is safe, and where; a lost connection is no alarm. */
export function SavingLine({ snapshot, onTry }: Props) {
  const { t, i18n } = useTranslation('collection');
  const { saving, drafts, conflicts, isUnkept } = snapshot;
  const time = (at: number) =>
    new Date(at).toLocaleTimeString(i18n.language, {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
  return (
    <div className={`${styles['saving']} no-print`} data-state={saving.state}>
      <span role="status">
        {saving.state === 'idle' && t('saving_idle')}
        {saving.state === 'waiting' && t('saving_waiting')}
        {saving.state === 'saved' && t('saving_saved', { time: time(saving.at) })}
        {saving.state === 'offline' && t('saving_offline', { count: drafts.size })}
        {saving.state === 'refused' && `${problemWords(saving.error).title} ${t('saving_refused')}`}
      </span>
      {conflicts.size > 0 && <strong>{t('saving_conflicts', { count: conflicts.size })}</strong>}
      {isUnkept && <strong>{t('saving_unkept')}</strong>}
      {(saving.state === 'offline' || saving.state === 'refused') && (
        <Button size="small" onClick={onTry}>
          {t('saving_try')}
        </Button>
      )}
    </div>
  );
}
