import type { LeagueRow, LeagueTable } from '@/api/types';

/** Rows whose unit's name, short name or code holds what was typed, in either language. */
export function findRows(rows: readonly LeagueRow[], typed: string): LeagueRow[] {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return [...rows];
  return rows.filter(({ unit }) =>
    [unit.code, unit.name.zh, unit.name.en, unit.short_name.zh, unit.short_name.en].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}

export interface KeyFigures {
  ranked: number;
  average: number | null;
  first: LeagueRow | null;
  spread: number | null;
  climber: LeagueRow | null;
}

/** What a reader asks first of a league table. */
export function keyFigures({ rows, average }: LeagueTable): KeyFigures {
  const scores = rows.map(({ score }) => score ?? null).filter((score) => score !== null);
  const climbers = rows.filter(({ rank_change: change }) => (change ?? 0) > 0);
  const most = Math.max(0, ...climbers.map(({ rank_change: change }) => change ?? 0));
  return {
    ranked: scores.length,
    average: average ?? null,
    first: rows.find(({ score }) => typeof score === 'number') ?? null,
    spread: scores.length > 1 ? Math.max(...scores) - Math.min(...scores) : null,
    climber: climbers.find(({ rank_change: change }) => change === most) ?? null,
  };
}
