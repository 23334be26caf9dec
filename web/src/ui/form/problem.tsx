import type { ReactNode } from 'react';
import styles from './form.module.css';

interface Props {
  title: string;
  children: ReactNode;
}

/** Why something was not done, and what to do about it. */
export function Problem({ title, children }: Props) {
  return (
    <div role="alert" className={styles['problem']}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}
