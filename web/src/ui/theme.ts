import type { ThemeConfig } from 'antd';

/** The only place where colours and sizes are decided. Style sheets read them as `--yz-…`. */
export const palette = {
  ink: '#16212d',
  'ink-2': '#46535f',
  'ink-3': '#5f6b78',
  line: '#dfe4ea',
  'line-soft': '#edf0f4',
  page: '#ffffff',
  wash: '#f5f7f9',
  bar: '#10253d',
  'bar-ink': '#ffffff',
  'bar-ink-2': '#b9c7d6',
  primary: '#1a4f8b',
  'primary-strong': '#123c6c',
  'primary-soft': '#e8eff7',
  data: '#3a71ad',
  'data-soft': '#c9daeb',
  track: '#e9edf2',
  seal: '#a5281f',
  'seal-soft': '#fbf1ef',
  gain: '#146547',
  loss: '#9a3d08',
} as const;

/** Lines of one chart, told apart by dash and marker as well. */
export const seriesColours = [
  '#1a4f8b',
  '#b06a12',
  '#1f7a70',
  '#7a4a8f',
  '#5f6b78',
  '#a5281f',
] as const;

/** Light to dark, one hue; text on the last two is white. */
export const tileColours = ['#eaf1f8', '#c9daeb', '#9dbddb', '#3a71ad', '#123c6c'] as const;

export const fontFamily = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  '"Source Han Sans SC"',
  'sans-serif',
].join(', ');

export const monospaceFamily =
  'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace';

export const theme: ThemeConfig = {
  zeroRuntime: true,
  hashed: false,
  cssVar: { prefix: 'ant', key: 'yz' },
  token: {
    colorPrimary: palette.primary,
    colorInfo: palette.primary,
    colorLink: palette.primary,
    colorError: palette.seal,
    colorSuccess: palette.gain,
    colorWarning: palette.loss,
    colorText: palette.ink,
    colorTextSecondary: palette['ink-2'],
    colorTextTertiary: palette['ink-3'],
    colorTextDescription: palette['ink-3'],
    colorTextPlaceholder: palette['ink-3'],
    colorBorder: '#c3ccd6',
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.page,
    fontFamily,
    fontFamilyCode: monospaceFamily,
    fontSize: 14,
    borderRadius: 4,
    controlHeight: 36,
    boxShadowSecondary: '0 6px 24px rgba(16, 37, 61, 0.14)',
    motionDurationMid: '0.16s',
    motionDurationSlow: '0.22s',
  },
  components: {
    Select: {
      optionSelectedBg: palette['primary-soft'],
      optionActiveBg: palette.wash,
    },
    Segmented: {
      trackBg: palette.track,
      itemSelectedBg: palette.page,
      itemSelectedColor: palette.ink,
      itemColor: palette['ink-2'],
    },
  },
};

/** The palette as custom properties of the document. */
export function cssVariables(): string {
  const colours = Object.entries(palette).map(([name, value]) => `--yz-${name}:${value};`);
  const tiles = tileColours.map((value, place) => `--yz-tile-${place}:${value};`);
  return `:root{${colours.join('')}${tiles.join('')}--yz-font:${fontFamily};--yz-mono:${monospaceFamily};}`;
}
