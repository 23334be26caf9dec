import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { strategyQuery } from '@/api/strategy-queries';
import type { LeagueRow } from '@/api/types';
import { readAsOf } from '@/ui/as-of/as-of';
import { useLanguage } from '@/ui/language';
import { paths } from '@/ui/paths';
import styles from './standings.module.css';

interface Props {
  row: LeagueRow;
  strategy: string;
}

/** The unit, leading to its profile of the same period, and the group it is in. */
export function UnitName({ row: { unit }, strategy }: Props) {
  const { text } = useLanguage();
  const [search] = useSearchParams();
  const groups = useQuery(strategyQuery(strategy)).data?.groups ?? [];
  const group = groups.find(({ code }) => code === unit.group);
  return (
    <span className={styles['unit']}>
      <Link
        to={paths.unit(strategy, unit.code, {
          period: search.get('period'),
          as_of: readAsOf(search),
        })}
      >
        {text(unit.name)}
      </Link>
      {group && <span className={styles['group']}>{text(group.name)}</span>}
    </span>
  );
}
