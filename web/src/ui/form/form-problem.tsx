import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError, problemWords } from '@/api/problem';
import { Problem } from './problem';

interface Props {
  error: unknown;
  /** Loads again what somebody else has changed meanwhile. */
  onReload?: () => void;
}

/** Why it was not done, what is missing and who can grant it, in the server's words. */
export function FormProblem({ error, onReload }: Props) {
  const { t } = useTranslation('ui');
  if (!error) return null;
  const { title, detail } = problemWords(error);
  const isStale = error instanceof ProblemError && error.status === 412;
  return (
    <Problem title={title}>
      {detail}
      {isStale && onReload && (
        <div>
          <Button onClick={onReload}>{t('load_again')}</Button>
        </div>
      )}
    </Problem>
  );
}
