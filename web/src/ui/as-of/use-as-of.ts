import { useSearchParams } from 'react-router';
import { readAsOf } from './as-of';

/** The day or moment whose knowledge is shown; null for now. */
export function useAsOf(): string | null {
  const [search] = useSearchParams();
  return readAsOf(search);
}
