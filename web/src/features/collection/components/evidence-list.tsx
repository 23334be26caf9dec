import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/query-client';
import { FormProblem } from '@/ui/form/form-problem';
import { formatBytes, formatMoment } from '@/ui/format';
import { useLanguage } from '@/ui/language';
import { addEvidence, addressOf, evidenceQuery, gridQuery, type SubmissionPlace } from '../queries';
import styles from './collection.module.css';

interface Props {
  place: SubmissionPlace;
  /** The cell that they belong to; null for the whole. */
  cell: number | null;
  mayAdd: boolean;
}

/** The files that show where figures come from, and adding more. */
export function EvidenceList({ place, cell, mayAdd }: Props) {
  const { t } = useTranslation('collection');
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const files = useQuery(evidenceQuery(place)).data?.items ?? [];
  const own = files.filter((file) => (file.cell ?? null) === cell);
  const add = useMutation({
    mutationFn: (file: File) => addEvidence(place, cell, file),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: gridQuery(place).queryKey }),
  });
  if (own.length === 0 && !mayAdd) return null;
  return (
    <div className={styles['comments']}>
      <h4>{t('evidence')}</h4>
      {own.length > 0 && (
        <ul>
          {own.map(({ id, name, bytes, at, by }) => (
            <li key={id}>
              <a href={`${addressOf(place)}/evidence/${encodeURIComponent(id)}`} download={name}>
                {name}
              </a>{' '}
              <span className="muted">
                {formatBytes(bytes)} · {by} · {formatMoment(at, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('add_evidence')}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) add.mutate(file);
              target.value = '';
            }}
          />
          <Button loading={add.isPending} onClick={() => input.current?.click()}>
            {t('add_evidence')}
          </Button>
        </>
      )}
      <FormProblem error={add.error} />
    </div>
  );
}
