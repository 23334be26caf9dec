import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import styles from './catalogue.module.css';

/** The top of both lists, with the way from one to the other. */
export function CatalogueHead({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('catalogue');
  const { strategy = '' } = useParams();
  return (
    <>
      <PageHead overline={'\u00a0'} title={t('catalogue')} isSynthetic={false}>
        <p>{t('catalogue_lead')}</p>
      </PageHead>
      <nav aria-label={t('catalogue')} className={styles['tabs']}>
        <NavLink end to={paths.catalogue(strategy)}>
          {t('frameworks')}
        </NavLink>
        <NavLink end to={paths.catalogueIndicators(strategy)}>
          {t('indicators')}
        </NavLink>
      </nav>
      {children}
    </>
  );
}
