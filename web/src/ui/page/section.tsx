import { type ReactNode, useId } from 'react';
import styles from './page.module.css';

interface Props {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}

/** A titled part of a page. */
export function Section({ title, note, actions, children, className }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${styles['section']} ${className ?? ''}`}>
      <div className={styles['sectionHead']}>
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p className={styles['note']}>{note}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
