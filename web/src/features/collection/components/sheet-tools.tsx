import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchState } from '@/ui/use-search-state';
import type { Layout } from '../sheet-of';
import styles from './collection.module.css';

/** Which way round the sheet lies, and printing it. */
export function SheetTools({ layout }: { layout: Layout }) {
  const { t } = useTranslation('collection');
  const [, change] = useSearchState();
  return (
    <div className={`${styles['tools']} no-print`}>
      <Segmented<Layout>
        aria-label={t('layout')}
        value={layout}
        options={[
          { value: 'indicators', label: t('layout_indicators') },
          { value: 'units', label: t('layout_units') },
        ]}
        onChange={(value) => change({ layout: value })}
      />
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </div>
  );
}
