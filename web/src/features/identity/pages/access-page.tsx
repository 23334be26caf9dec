import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/ui/form/field';
import { PageHead } from '@/ui/page/page-head';
import { actionKey, actions } from '@/ui/rights';
import { useSearchState } from '@/ui/use-search-state';
import { HolderList } from '../components/holder-list';
import styles from '../components/identity.module.css';
import { PlaceSelect } from '../components/place-select';

/** Who can do this here, at this moment. */
export function Component() {
  const { t } = useTranslation('identity');
  const id = useId();
  const [search, change] = useSearchState();
  const action = search.get('action') ?? '';
  const organisation = search.get('organisation') ?? '';
  return (
    <>
      <PageHead overline={t('access_overline')} title={t('who_may')} isSynthetic={false}>
        <p>{t('who_may_lead')}</p>
      </PageHead>
      <div className={styles['controls']} role="search" aria-label={t('who_may')}>
        <Field label={t('action')} htmlFor={id}>
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={action || null}
            options={actions
              .filter((word) => !word.startsWith('own.'))
              .map((word) => ({ value: word, label: t(actionKey(word)) }))}
            onChange={(word) => change({ action: word ?? '' })}
          />
        </Field>
        <PlaceSelect
          value={organisation}
          onChange={(code) => change({ organisation: code })}
        />
      </div>
      {action && organisation ? (
        <HolderList action={action} organisation={organisation} />
      ) : (
        <p className="muted">{t('choose_both')}</p>
      )}
    </>
  );
}
