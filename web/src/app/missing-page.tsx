import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { paths } from '@/ui/paths';
import { Nothing } from '@/ui/state/nothing';

export function MissingPage() {
  const { t } = useTranslation('app');
  const { strategy = '' } = useParams();
  return (
    <Nothing title={t('missing_page')} detail={t('missing_page_detail')} heading="h1">
      <Link to={strategy ? paths.leagueTable(strategy) : '/'}>
        {strategy ? t('to_league_table') : t('to_home')}
      </Link>
    </Nothing>
  );
}
