import { Button } from 'antd';
import type { ReactNode } from 'react';
import styles from './form.module.css';
import { FormProblem } from './form-problem';

interface Props {
  action: string;
  isBusy: boolean;
  error?: unknown;
  onReload?: () => void;
  onSubmit: () => void;
  danger?: boolean;
  /** For what only opens the form proper. */
  isQuiet?: boolean;
  children?: ReactNode;
  /** Beside the main button. */
  extra?: ReactNode;
}

/** Fields, why it did not work, and the button that does it. */
export function PlainForm(props: Props) {
  const { action, isBusy, error, onReload, onSubmit, danger = false, children, extra } = props;
  const type = props.isQuiet ? 'default' : 'primary';
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <FormProblem error={error} {...(onReload ? { onReload } : {})} />
      <div className={styles['buttons']}>
        <Button type={type} htmlType="submit" danger={danger} loading={isBusy}>
          {action}
        </Button>
        {extra}
      </div>
    </form>
  );
}
