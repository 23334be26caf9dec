import '../words';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import { PageHead } from '@/ui/page/page-head';
import { Section } from '@/ui/page/section';
import { Loaded } from '@/ui/state/loaded';
import { Nothing } from '@/ui/state/nothing';
import { DutyList } from '../components/duty-list';
import { workbenchQuery } from '../queries';
import type { Workbench } from '../shapes';

export function loader(): null {
  void queryClient.prefetchQuery(workbenchQuery());
  return null;
}

const PARTS = ['mend', 'report', 'review'] as const;

/** What somebody has to report, mend and review, and by when. */
export function Component() {
  const { t } = useTranslation('collection');
  const query = useQuery(workbenchQuery());
  return (
    <>
      <PageHead overline={t('collection')} title={t('workbench')} isSynthetic={false} />
      <Loaded query={query}>{(workbench) => <Duties workbench={workbench} />}</Loaded>
    </>
  );
}

function Duties({ workbench }: { workbench: Workbench }) {
  const { t } = useTranslation('collection');
  const parts = PARTS.filter((part) => workbench[part].length > 0);
  if (parts.length === 0) {
    return <Nothing title={t('nothing_to_do')} detail={t('nothing_to_do_detail')} />;
  }
  return parts.map((part) => (
    <Section key={part} title={t(`to_${part}`, { count: workbench[part].length })}>
      <DutyList kind={part} duties={workbench[part]} />
    </Section>
  ));
}
