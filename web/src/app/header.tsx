import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useParams } from 'react-router';
import { sessionQuery } from '@/api/session';
import type { Strategy } from '@/api/types';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import { isAtWork } from './administration';
import { LanguageSwitch } from './language-switch';
import { SessionMenu } from './session-menu';
import styles from './shell.module.css';

function Seal() {
  return (
    <span className={styles['seal']} aria-hidden="true" lang="zh-CN">
      研值
    </span>
  );
}

export function Header({ strategy }: { strategy: Strategy | undefined }) {
  const { t } = useTranslation('app');
  const { text } = useLanguage();
  const { strategy: code = '' } = useParams();
  const atWork = isAtWork(useQuery(sessionQuery()).data);
  return (
    <header className={styles['header']}>
      <div className={styles['headerInner']}>
        <Link to={strategy ? paths.leagueTable(code) : '/'} className={styles['brand']}>
          <Seal />
          <span className={styles['brandName']}>
            {strategy ? text(strategy.name) : t('product')}
          </span>
        </Link>
        {strategy && (
          <nav aria-label={t('pages')} className={styles['nav']}>
            <NavLink end to={paths.leagueTable(code)}>
              {t('league_table')}
            </NavLink>
            <NavLink to={paths.indicators(code)}>{t('indicators')}</NavLink>
            <NavLink to={paths.method(code)}>{t('method')}</NavLink>
            {atWork && <NavLink to={paths.rounds(code)}>{t('rounds')}</NavLink>}
            {atWork && <NavLink to={paths.catalogue(code)}>{t('catalogue')}</NavLink>}
          </nav>
        )}
        <div className={styles['end']}>
          <SessionMenu />
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}
