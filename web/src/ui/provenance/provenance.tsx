import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { RunInfo } from '@/api/types';
import { shortHash } from '../format';
import { useLanguage } from '../language';
import { SyntheticMark } from '../page/synthetic-mark';
import { paths } from '../paths';
import { CopyHash } from './copy-hash';
import { methodSummary } from './method-summary';
import styles from './provenance.module.css';

interface Props {
  run: RunInfo;
  isSynthetic: boolean;
  /** Within a panel it stands at the end instead of staying in sight. */
  isPinned?: boolean;
}

/** Stays in sight and goes on paper: how, from which data, and which result exactly. */
export function Provenance({ run, isSynthetic, isPinned = true }: Props) {
  const { t } = useTranslation('ui');
  const { text } = useLanguage();
  const { strategy = '' } = useParams();
  const Frame = isPinned ? 'aside' : 'div';
  const label = isPinned ? { 'aria-label': t('provenance') } : {};
  return (
    <Frame className={styles['provenance']} {...label} data-pinned={isPinned}>
      {isSynthetic && <SyntheticMark isSmall />}
      <span className={styles['method']}>
        <span className={styles['name']}>{t('method')}</span>
        <Link to={paths.method(strategy)}>{methodSummary(run, t)}</Link>
      </span>
      <span className={styles['caliber']}>
        <span className={styles['name']}>{t('caliber')}</span>
        {text(run.caliber.name)}
      </span>
      <span>
        <span className={styles['name']}>{t('data_short')}</span>
        <span className={styles['code']}>{shortHash(run.data_version)}</span>
      </span>
      <span>
        <span className={styles['name']}>{t('hash_short')}</span>
        <CopyHash hash={run.content_hash} />
      </span>
    </Frame>
  );
}
