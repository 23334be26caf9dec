import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError, problemWords } from '@/api/problem';
import styles from './state.module.css';

interface Props {
  error: unknown;
  onRetry?: () => void;
  /** A page's own failure is its heading. */
  heading?: 'h1' | 'h2';
}

/** What went wrong, in the reader's language, and what can be done. */
export function Failure({ error, onRetry, heading: Heading = 'h1' }: Props) {
  const { t } = useTranslation('ui');
  const { title, detail } = problemWords(error);
  // What is not there, or not allowed, is neither the next moment.
  const canHelp = !(error instanceof ProblemError && [403, 404].includes(error.status));
  return (
    <div role="alert" className={styles['state']}>
      <Heading className={styles['title']}>{title}</Heading>
      <p className={styles['detail']}>{detail}</p>
      {onRetry && canHelp && (
        <Button type="primary" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
