import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { strategiesQuery } from '@/api/strategy-queries';
import type { Strategy } from '@/api/types';
import { formatInstant } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { SourceName } from '@/ui/page/source-line';
import { paths } from '@/ui/paths';
import styles from './shell.module.css';

/** Who publishes, from what, and when it was computed. */
export function Footer({ strategy }: { strategy: Strategy | undefined }) {
  const all = useQuery(strategiesQuery()).data?.items ?? [];
  const { t } = useTranslation('app');
  const { text, language } = useLanguage();
  if (!strategy) return null;
  const { run } = strategy;
  const others = all.filter(({ code }) => code !== strategy.code);
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
          {others.map(({ code, name }) => (
            <li key={code} className="no-print">
              {t('other_strategy')}
              <Link to={paths.leagueTable(code)}>{text(name)}</Link>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
