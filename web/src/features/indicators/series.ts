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

/** The courses over the periods of the kind shown; years without a figure leave a gap. */
export function coursesOf(detail: IndicatorDetail, period: string | null): Courses {
  const kind = period ? periodKind(period) : null;
  const periods = detail.periods
    .filter((code) => kind === null || periodKind(code) === kind)
    .toSorted();
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

/** Whether a line would say more than a list: at least two periods of one kind. */
export function hasCourse(detail: IndicatorDetail): boolean {
  return coursesOf(detail, detail.period ?? null).periods.length > 1;
}
