import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { holdsOne, sessionQuery } from '@/api/session';
import type { OrganisationDetail } from '@/api/types';
import { DataTable } from '@/ui/data-table/data-table';
import { formatMoment } from '@/ui/format';
import { Notice } from '@/ui/form/notice';
import { useLanguage } from '@/ui/language';
import { PageHead } from '@/ui/page/page-head';
import { Section } from '@/ui/page/section';
import { paths } from '@/ui/paths';
import { Loaded } from '@/ui/state/loaded';
import { ChangeOrganisation } from '../components/change-organisation';
import { organisationQuery } from '../queries';

export function Component() {
  const { code = '' } = useParams();
  const session = useQuery(sessionQuery());
  const query = useQuery(organisationQuery(code));
  return (
    <Loaded query={query}>
      {(organisation) => (
        <>
          <Head organisation={organisation} />
          <Names names={organisation.names} />
          {holdsOne(session.data, ['system_admin']) && !organisation.closed_at && (
            <ChangeOrganisation key={organisation.code} organisation={organisation} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Head({ organisation }: { organisation: OrganisationDetail }) {
  const { t } = useTranslation('organisations');
  const { text, language } = useLanguage();
  const { code, name, kind, parent, unit, closed_at: closed, merged_into: into } = organisation;
  const facts = [
    code,
    t(`kind_${kind}`),
    unit && `${t('unit')}: ${unit}`,
    closed && t('closed_at', { time: formatMoment(closed, language) }),
  ];
  return (
    <PageHead
      overline={<Link to={paths.organisations}>{t('organisations')}</Link>}
      title={text(name)}
      isSynthetic={false}
    >
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {into && (
        <Notice>
          <Trans
            t={t}
            i18nKey="merged_into"
            values={{ code: into }}
            components={{ heir: <Link to={paths.organisation(into)} /> }}
          />
        </Notice>
      )}
      {parent && !into && (
        <p>
          {t('parent')} <Link to={paths.organisation(parent)}>{parent}</Link>
        </p>
      )}
    </PageHead>
  );
}

function Names({ names }: { names: OrganisationDetail['names'] }) {
  const { t } = useTranslation('organisations');
  const { text, language } = useLanguage();
  return (
    <Section title={t('history')}>
      <DataTable
        caption={t('history')}
        columns={[
          { key: 'name', title: t('name'), isRowHeader: true, cell: ({ name }) => text(name) },
          { key: 'since', title: t('since'), cell: ({ since }) => formatMoment(since, language) },
        ]}
        rows={names.toReversed()}
        rowKey={({ since }) => since}
      />
    </Section>
  );
}
