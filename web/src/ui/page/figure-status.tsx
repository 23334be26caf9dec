import { useTranslation } from 'react-i18next';
import styles from './page.module.css';

/** 预计, 快报, 正式 or 修订: how settled a figure is. */
export function FigureStatus({ status }: { status: string | null | undefined }) {
  const { t } = useTranslation('ui');
  if (!status) return <span className="muted">—</span>;
  return (
    <span className={styles['status']} data-status={status}>
      {t([`status_${status}`, 'step_other'], { step: status })}
    </span>
  );
}
