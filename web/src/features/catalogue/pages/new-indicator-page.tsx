import '../words';
import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { client, read } from '@/api/client';
import { Field } from '@/ui/form/field';
import { PlainForm } from '@/ui/form/form';
import { PageHead } from '@/ui/page/page-head';
import { paths } from '@/ui/paths';
import { IndicatorFields } from '../components/indicator-fields';
import { EMPTY, type Said } from '../said';
import { reloadCatalogue } from '../queries';

/** Adds an indicator. */
export function Component() {
  const { t } = useTranslation('catalogue');
  const { strategy = '' } = useParams();
  const navigate = useNavigate();
  const id = useId();
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<Said>(EMPTY);
  const add = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/strategies/{strategy}/catalogue/indicators', {
          params: { path: { strategy } },
          body: { code, ...said, source: said.source || null },
        }),
      ),
    onSuccess: async () => {
      await reloadCatalogue(strategy);
      await navigate(paths.catalogueIndicator(strategy, code));
    },
  });
  return (
    <>
      <PageHead
        overline={<Link to={paths.catalogueIndicators(strategy)}>{t('indicators')}</Link>}
        title={t('new_indicator')}
        isSynthetic={false}
      />
      <PlainForm
        action={t('add')}
        isBusy={add.isPending}
        error={add.error}
        onSubmit={() => add.mutate()}
      >
        <Field label={t('code')} hint={t('new_version_hint')} htmlFor={id}>
          <Input
            id={id}
            required
            maxLength={64}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </Field>
        <IndicatorFields strategy={strategy} said={said} onChange={setSaid} />
      </PlainForm>
    </>
  );
}
