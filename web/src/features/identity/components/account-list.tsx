import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListedAccount } from '@/api/accounts';
import type { Column } from '@/ui/data-table/column';
import { DataTable } from '@/ui/data-table/data-table';
import { Field } from '@/ui/form/field';
import { formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import { roles as roleWords } from '@/ui/rights';
import { useSearchState } from '@/ui/use-search-state';
import { findAccounts } from '../find';
import styles from './identity.module.css';

/** How long an account may go unused; each may be asked for in the address too. */
const DAYS = ['30', '90', '180', '365'] as const;
const STATES = ['invited', 'active', 'disabled'] as const;

/** Everybody one may see, found by words, state and role. */
export function AccountList({ items }: { items: readonly ListedAccount[] }) {
  const { t } = useTranslation('identity');
  const id = useId();
  const [search, change] = useSearchState();
  const columns = useColumns();
  const get = (key: string) => search.get(key) ?? '';
  const found = findAccounts(items, { words: get('q'), state: get('state'), role: get('role') });
  const all = { value: '', label: t('all') };
  return (
    <>
      <div className={styles['controls']} role="search" aria-label={t('find_accounts')}>
        <Field label={t('find')} htmlFor={`${id}-q`}>
          <Input
            id={`${id}-q`}
            type="search"
            allowClear
            value={get('q')}
            onChange={(event) => change({ q: event.target.value })}
          />
        </Field>
        <Field label={t('state')} htmlFor={`${id}-state`}>
          <Select
            id={`${id}-state`}
            value={get('state')}
            options={[all, ...STATES.map((state) => ({ value: state, label: t(`state_${state}`) }))]}
            onChange={(state) => change({ state })}
          />
        </Field>
        <Field label={t('role')} htmlFor={`${id}-role`}>
          <Select
            id={`${id}-role`}
            value={get('role')}
            options={[all, ...roleWords.map((role) => ({ value: role, label: t(`ui:role_${role}`) }))]}
            onChange={(role) => change({ role })}
          />
        </Field>
        <Field label={t('unused')} htmlFor={`${id}-unused`}>
          <Select
            id={`${id}-unused`}
            value={get('unused')}
            options={[all, ...DAYS.map((days) => ({ value: days, label: t('days', { days }) }))]}
            onChange={(days) => change({ unused: days })}
          />
        </Field>
      </div>
      {get('unused') && <p className="muted">{t('unused_note', { count: found.length })}</p>}
      <DataTable
        caption={t('accounts')}
        columns={columns}
        rows={found}
        rowKey={({ id: key }) => key}
      />
    </>
  );
}

function useColumns(): Column<ListedAccount>[] {
  const { t } = useTranslation('identity');
  const { text, language } = useLanguage();
  const place = ({ organisation }: ListedAccount) => (organisation ? text(organisation.name) : '—');
  return [
    {
      key: 'name',
      title: t('name'),
      isRowHeader: true,
      sortValue: ({ name }) => name,
      cell: ({ id, name, login }) => (
        <span className={styles['name']}>
          <Link to={paths.account(id)}>{name}</Link>
          <span className={styles['login']}>{login}</span>
        </span>
      ),
    },
    { key: 'organisation', title: t('organisation'), cell: place, sortValue: place },
    {
      key: 'roles',
      title: t('roles'),
      cell: ({ roles }) => roles.map(({ role_name: role }) => text(role)).join('、') || '—',
    },
    {
      key: 'second_factor',
      title: t('second_factor'),
      cell: ({ has_second_factor: has }) => (has ? t('on') : t('off')),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => t(`state_${state}`),
      sortValue: ({ state }) => state,
    },
    {
      key: 'last_used',
      title: t('last_used'),
      cell: ({ last_used_at: at }) => (at ? formatMoment(at, language) : t('never')),
      sortValue: ({ last_used_at: at }) => at ?? '',
    },
  ];
}
