import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Text, useLanguage } from '../language';
import styles from './page.module.css';
import { SyntheticMark } from './synthetic-mark';

export interface SourceReference {
  title: Text | string;
  url?: string | null | undefined;
  publisher?: string | null | undefined;
}

const MOST = 6;

/** Only addresses of the web become links; whatever else a pack says stays text. */
function isWebAddress(url: string | null | undefined): url is string {
  return !!url && /^https?:\/\//i.test(url);
}

export function SourceName({ source }: { source: SourceReference | null | undefined }) {
  const { text } = useLanguage();
  if (!source) return <span>—</span>;
  const title = typeof source.title === 'string' ? source.title : text(source.title);
  if (!isWebAddress(source.url)) return <span>{title}</span>;
  return (
    <a href={source.url} target="_blank" rel="noreferrer noopener">
      {title}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}

interface Props {
  sources?: readonly (SourceReference | null | undefined)[];
  isSynthetic: boolean;
  /** Said instead of, or before, the sources. */
  children?: ReactNode;
}

function titleKey({ title }: SourceReference): string {
  return typeof title === 'string' ? title : title.zh;
}

/** Under every table and chart: where its figures come from. */
export function SourceLine({ sources, isSynthetic, children }: Props) {
  const { t } = useTranslation('ui');
  const given = sources?.filter((source) => !!source) ?? [];
  const unique = [...new Map(given.map((source) => [titleKey(source), source])).values()];
  return (
    <p className={styles['source']}>
      {isSynthetic && <SyntheticMark isSmall />}
      <span>{t('source')}</span>
      {children}
      {unique.slice(0, MOST).map((source) => (
        <SourceName key={titleKey(source)} source={source} />
      ))}
      {unique.length > MOST && <span>{t('more_sources', { count: unique.length - MOST })}</span>}
    </p>
  );
}
