import type { BarSeriesOption, LineSeriesOption, RadarSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  RadarComponentOption,
  TooltipComponentOption,
} from 'echarts/components';
import type { ComposeOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fontFamily, palette } from '../theme';
import styles from './chart.module.css';

export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | LineSeriesOption
  | MarkLineComponentOption
  | RadarComponentOption
  | RadarSeriesOption
  | TooltipComponentOption
>;

interface Props {
  option: ChartOption;
  /** What the drawing shows, for those who do not see it; its table stands in the figure. */
  label: string;
  height?: number;
}

/** Sharp on paper too. */
const PIXEL_RATIO = Math.max(2, globalThis.devicePixelRatio || 1);

/** CSS pixels across a page of A4 within its margins. */
const PAPER_WIDTH = 700;

function withHouseStyle(option: ChartOption): ChartOption {
  const text = { fontFamily, fontSize: 13, color: palette['ink-2'] };
  // Drawn, not HTML: tooltips made of markup need inline styles, which the site's policy refuses.
  const tooltip = { renderMode: 'richText', confine: true, textStyle: text } as const;
  return {
    animation: false,
    textStyle: text,
    ...option,
    tooltip: { ...tooltip, ...(Array.isArray(option.tooltip) ? {} : option.tooltip) },
  };
}

/** The one door to ECharts, which is loaded when the first chart is on the page. */
export function Chart({ option, label, height = 360 }: Props) {
  const { t } = useTranslation('ui');
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let made: EChartsType | null = null;
    let isGone = false;
    const fitToScreen = () => made?.resize();
    const fitToPaper = () => {
      made?.resize({ width: PAPER_WIDTH });
      // The page is taken at once: it does not wait for the next frame.
      made?.getZr().flush();
    };
    const resize = new ResizeObserver(fitToScreen);
    import('./engine').then(
      ({ init }) => {
        if (isGone || !box.current) return;
        made = init(box.current, undefined, { devicePixelRatio: PIXEL_RATIO });
        resize.observe(box.current);
        globalThis.addEventListener('beforeprint', fitToPaper);
        globalThis.addEventListener('afterprint', fitToScreen);
        setChart(made);
      },
      () => setHasFailed(true),
    );
    return () => {
      isGone = true;
      resize.disconnect();
      globalThis.removeEventListener('beforeprint', fitToPaper);
      globalThis.removeEventListener('afterprint', fitToScreen);
      made?.dispose();
    };
  }, []);

  useEffect(() => {
    if (chart && !chart.isDisposed()) chart.setOption(withHouseStyle(option), { notMerge: true });
  }, [chart, option]);

  if (hasFailed) return <p role="alert">{t('chart_failed')}</p>;
  return (
    <div className={styles['chart']} role="img" aria-label={label} style={{ blockSize: height }}>
      <div ref={box} className={styles['canvas']} aria-hidden="true" />
    </div>
  );
}
