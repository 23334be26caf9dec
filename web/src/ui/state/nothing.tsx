import type { ReactNode } from 'react';
import styles from './state.module.css';

interface Props {
  title: string;
  detail: string;
  children?: ReactNode;
  heading?: 'h1' | 'h2';
}

/** An empty answer, with the reason and the way on. */
export function Nothing({ title, detail, children, heading: Heading = 'h2' }: Props) {
  return (
    <div role="status" className={styles['state']}>
      <Heading className={styles['title']}>{title}</Heading>
      <p className={styles['detail']}>{detail}</p>
      {children}
    </div>
  );
}
