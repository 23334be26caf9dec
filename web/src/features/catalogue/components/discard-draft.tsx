import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client, done, ifMatch } from '@/api/client';
import { FormProblem } from '@/ui/form/form-problem';
import { paths } from '@/ui/paths';
import { reloadCatalogue } from '../queries';

interface Props {
  strategy: string;
  version: string;
  revision: number;
}

/** Takes the draft away. */
export function DiscardDraft({ strategy, version, revision }: Props) {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () =>
      done(
        client.DELETE('/api/v1/strategies/{strategy}/catalogue/frameworks/{version}', {
          params: { path: { strategy, version }, header: ifMatch(revision) },
        }),
      ),
    onSuccess: async () => {
      await navigate(paths.catalogue(strategy));
      await reloadCatalogue(strategy);
    },
  });
  return (
    <div className="no-print">
      <FormProblem error={discard.error} />
      <Popconfirm
        title={t('sure_discard', { version })}
        okText={t('discard')}
        onConfirm={() => discard.mutate()}
      >
        <Button danger loading={discard.isPending}>
          {t('discard')}
        </Button>
      </Popconfirm>
    </div>
  );
}
