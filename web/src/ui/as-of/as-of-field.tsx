import { Input } from 'antd';
import { useSearchState } from '../use-search-state';
import { isDay, readAsOf } from './as-of';

/** Chooses the day whose knowledge is shown; empty is now. */
export function AsOfField({ id }: { id: string }) {
  const [search, change] = useSearchState();
  const asOf = readAsOf(search) ?? '';
  return (
    <Input
      id={id}
      type="date"
      value={isDay(asOf) ? asOf : asOf.slice(0, 10)}
      onChange={({ target }) => change({ as_of: target.value || null }, true)}
    />
  );
}
