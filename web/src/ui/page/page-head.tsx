import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page.module.css';
import { SyntheticMark } from './synthetic-mark';

interface Props {
  overline: ReactNode;
  title: string;
  /** For the window's title; the heading itself by default. */
  documentTitle?: string;
  isSynthetic: boolean;
  children?: ReactNode;
  aside?: ReactNode;
}

/** The top of every page: what it shows, and whether its figures are real. */
export function PageHead({ overline, title, documentTitle, isSynthetic, children, aside }: Props) {
  const { t } = useTranslation('ui');
  return (
    <header className={styles['head']}>
      <title>{`${documentTitle ?? title} · ${t('product')}`}</title>
      <div className={styles['words']}>
        <div className={styles['overline']}>{overline}</div>
        <h1 className={styles['title']}>
          {title}
          {isSynthetic && <SyntheticMark />}
        </h1>
        {children && <div className={styles['lead']}>{children}</div>}
      </div>
      {aside && <div className={styles['aside']}>{aside}</div>}
    </header>
  );
}
