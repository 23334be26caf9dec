import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorDetail } from '@/api/types';
import { Chart } from '@/ui/chart/chart';
import { type Line, lineOption } from '@/ui/chart/line-option';
import { Figure } from '@/ui/figure/figure';
import { textIn, useLanguage } from '@/ui/language';
import { SourceLine } from '@/ui/page/source-line';
import { useSearchState } from '@/ui/use-search-state';
import { coursesOf } from '../series';
import { CourseTable } from './course-table';
import styles from './indicators.module.css';

const MOST = 4;

/** How the figures went over the periods: some units strong, all others behind them. */
export function Courses({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation('indicators');
  const { language, text } = useLanguage();
  const [search, change] = useSearchState();
  const { periods, courses } = useMemo(() => coursesOf(detail, detail.period ?? null), [detail]);
  const asked = search.get('units');
  const chosen = useMemo(() => {
    const first = detail.ranking.slice(0, 3).map(({ unit }) => unit.code);
    return asked === null ? first : asked.split(',').slice(0, MOST);
  }, [asked, detail]);
  const lines = useMemo(
    () =>
      courses.map(({ unit, name, values }): Line & { code: string } => ({
        code: unit,
        name: textIn(name, language),
        values,
        role: chosen.includes(unit) ? 'main' : 'backdrop',
      })),
    [courses, chosen, language],
  );
  const option = useMemo(
    () => lineOption({ periods, lines, decimals: detail.indicator.decimals, bridgesGaps: true }),
    [periods, lines, detail],
  );
  const options = lines.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Figure
      title={t('courses')}
      note={t('courses_note', { unit: text(detail.indicator.measure_unit) })}
      chart={
        <>
          {lines.length > 1 && (
            <Select
              mode="multiple"
              maxCount={MOST}
              className={`${styles['highlight']} no-print`}
              aria-label={t('highlight', { count: MOST })}
              placeholder={t('highlight', { count: MOST })}
              optionFilterProp="label"
              value={chosen.filter((code) => lines.some((line) => line.code === code))}
              options={options}
              onChange={(codes: string[]) => change({ units: codes.join(',') || '-' })}
            />
          )}
          <Chart
            option={option}
            label={t('courses_label', { name: text(detail.indicator.name) })}
          />
        </>
      }
      table={<CourseTable periods={periods} lines={lines} decimals={detail.indicator.decimals} />}
      source={
        <SourceLine
          sources={detail.ranking.map(({ source }) => source)}
          isSynthetic={detail.series.some(({ points }) =>
            points.some((point) => point.is_synthetic),
          )}
        />
      }
    />
  );
}
