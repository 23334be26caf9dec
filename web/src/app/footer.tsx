import { useTranslation } from 'react-i18next';
import type { Strategy } from '@/api/types';
import { formatInstant } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { SourceName } from '@/ui/page/source-line';
import styles from './shell.module.css';

/** Who publishes, from what, and when it was computed. */
export function Footer({ strategy }: { strategy: Strategy | undefined }) {
  const { t } = useTranslation('app');
  const { text, language } = useLanguage();
  if (!strategy) return null;
  const { run } = strategy;
  return (
    <footer className={styles['footer']}>
      <div className={styles['footerInner']}>
        <p>{text(strategy.description)}</p>
        <ul>
          <li>{t('publisher', { name: text(strategy.publisher) })}</li>
          {strategy.source_title && (
            <li>
              {t('based_on')}
              <SourceName
                source={{ title: strategy.source_title, url: strategy.source_url ?? null }}
              />
            </li>
          )}
          {run && (
            <li>
              {t('computed', {
                time: formatInstant(run.created_at, strategy.time_zone, language),
                version: run.engine_version,
              })}
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}
