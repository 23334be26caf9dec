import type { ReactNode } from 'react';
import styles from './form.module.css';

/** Something one should know before going on. */
export function Notice({ children }: { children: ReactNode }) {
  return <div className={styles['notice']}>{children}</div>;
}
