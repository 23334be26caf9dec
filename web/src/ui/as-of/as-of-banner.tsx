import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Notice } from '../form/notice';
import { formatDay, formatInstant } from '../format';
import { useLanguage } from '../language';
import { isDay, readAsOf } from './as-of';
import styles from './as-of.module.css';

/** Says plainly that this is not the present state, and leads back to it. */
export function AsOfBanner({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation('ui');
  const { language } = useLanguage();
  const [search] = useSearchParams();
  const asOf = readAsOf(search);
  if (!asOf) return null;
  const time = isDay(asOf) ? formatDay(asOf, language) : formatInstant(asOf, timeZone, language);
  const present = new URLSearchParams(search);
  present.delete('as_of');
  return (
    <div className={styles['banner']} role="status">
      <Notice>
        {t('as_of_known', { time })}{' '}
        <Link className="no-print" to={{ search: present.toString() }}>
          {t('as_of_now')}
        </Link>
      </Notice>
    </div>
  );
}
