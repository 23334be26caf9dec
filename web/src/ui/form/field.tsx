import type { ReactNode } from 'react';
import styles from './form.module.css';

interface Props {
  label: string;
  hint?: ReactNode;
  /** The one control, whose `id` is given as `htmlFor`. */
  htmlFor: string;
  children: ReactNode;
}

/** A labelled control with what one has to know about it. */
export function Field({ label, hint, htmlFor, children }: Props) {
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={htmlFor}>
        {label}
      </label>
      {children}
      {hint && <span className={styles['hint']}>{hint}</span>}
    </div>
  );
}
