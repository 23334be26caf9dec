import type { IndicatorDetail } from '@/api/types';
import type { Text } from '@/ui/language';

/** Figures of one kind of period may be joined by a line; 1–8月累计 and a whole year may not. */
export function periodKind(code: string): string {
  if (/^\d{4}$/.test(code)) return 'year';
  if (/^\d{4}H[12]$/.test(code)) return 'half_year';
  if (/^\d{4}Q[1-4]$/.test(code)) return 'quarter';
  if (/^\d{4}-\d{2}$/.test(code)) return 'month';
  const span = /^\d{4}-(\d{2})\.\.\d{4}-(\d{2})$/.exec(code);
  return span ? `cumulative ${span[1]}-${span[2]}` : 'plan';
}

export interface UnitCourse {
  unit: string;
  name: Text;
  values: (number | null)[];
}

export interface Courses {
  periods: string[];
  courses: UnitCourse[];
}

/** Years without a figure keep their place, so that the slope of a line is true. */
export function withMissingYears(periods: readonly string[]): string[] {
  const isYearly = periods.every((code) => periodKind(code) === 'year');
  const [first, last] = [Number(periods.at(0)), Number(periods.at(-1))];
  if (!isYearly || periods.length < 2) return [...periods];
  return Array.from({ length: last - first + 1 }, (_, step) => String(first + step));
}

/** The courses over the periods of the kind shown; years without a figure leave a gap. */
export function coursesOf(detail: IndicatorDetail, period: string | null): Courses {
  const kind = period ? periodKind(period) : null;
  const periods = withMissingYears(
    detail.periods.filter((code) => kind === null || periodKind(code) === kind).toSorted(),
  );
  const courses = detail.series.map(({ unit, points }) => ({
    unit: unit.code,
    name: unit.short_name,
    values: periods.map((code) => points.find((point) => point.period === code)?.value ?? null),
  }));
  return {
    periods,
    courses: courses.filter(({ values }) => values.some((value) => value !== null)),
  };
}

type UnitSeries = IndicatorDetail['series'][number];

export type DatedFigure = UnitSeries['points'][number] & Pick<UnitSeries, 'unit'>;

/** Every figure of the caliber shown, the latest period first. */
export function figuresByPeriod(detail: IndicatorDetail): DatedFigure[] {
  const figures = detail.series.flatMap(({ unit, points }) =>
    points.map((point): DatedFigure => ({ ...point, unit })),
  );
  return figures.toSorted((one, other) => other.period.localeCompare(one.period));
}

/** How the figures of all periods are shown: nothing to add to a single one, lines for those of one kind. */
export function courseForm(detail: IndicatorDetail): 'none' | 'list' | 'lines' {
  const kind = detail.period ? periodKind(detail.period) : null;
  const periods = new Set(
    detail.series.flatMap(({ points }) => points.map(({ period }) => period)),
  );
  const joined = [...periods].filter((code) => periodKind(code) === kind);
  if (joined.length > 1) return 'lines';
  return periods.size > 1 ? 'list' : 'none';
}
