import { useState } from 'react';
import styles from './editor.module.css';

interface Props {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** Full-width digits and points are typed by Chinese keyboards. */
function read(text: string): number | null {
  const plain = text
    .replace(/[\uFF10-\uFF19\uFF0E]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0))
    .replace('。', '.')
    .trim();
  return /^\d*\.?\d+$|^\d+\.$/.test(plain) ? Number(plain) : null;
}

/** A weight as it is typed; what is no number yet stays in the field and changes nothing. */
export function WeightInput({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed) === null;
  return (
    <input
      className={styles['weight']}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isWrong}
      value={typed ?? String(value)}
      onChange={({ target }) => {
        setTyped(target.value);
        const weight = read(target.value);
        if (weight !== null) onChange(weight);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
