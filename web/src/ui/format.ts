import type { Language } from './language';

const MINUS = '\u2212';
export const NOTHING = '—';

function withMinus(text: string): string {
  return text.replace('-', MINUS);
}

/** A number with a fixed count of decimals. */
export function formatNumber(value: number | null | undefined, decimals = 2): string {
  if (value === null || value === undefined) return NOTHING;
  const rounded = Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value;
  return withMinus(
    rounded.toLocaleString('en-US', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
  );
}

/**
 * A figure as it was reported, unless that has more decimals than its indicator shows; it is never
 * given more than were reported.
 */
export function formatReported(reported: string, value: number, decimals: number): string {
  const given = /\.(\d+)\s*$/.exec(reported)?.[1]?.length ?? 0;
  return given > decimals ? formatNumber(value, decimals) : withMinus(reported);
}

/** With its sign always shown: `+1.20`, `−0.35`, `0.00`. */
export function formatChange(value: number | null | undefined, decimals = 2): string {
  const text = formatNumber(value, decimals);
  const isPositive = value !== null && value !== undefined && !/^[0.,]+$/.test(text) && value > 0;
  return isPositive ? `+${text}` : text;
}

/** A share of one as per cent. */
export function formatShare(share: number | null | undefined, decimals = 1): string {
  if (share === null || share === undefined) return NOTHING;
  return `${formatNumber(share * 100, decimals)}%`;
}

/** As many decimals as the number needs, at most six: parameters and weights. */
export function formatPlain(value: number | null | undefined): string {
  if (value === null || value === undefined) return NOTHING;
  return withMinus(value.toLocaleString('en-US', { maximumFractionDigits: 6 }));
}

/** An instant in the strategy's time zone, to the minute. */
export function formatInstant(instant: string, timeZone: string, language: Language): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    year: 'numeric',
    month: language === 'zh' ? '2-digit' : 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date);
}

/** A day as it is written: `2026-01-05`. */
export function formatDay(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    dateStyle: 'long',
  }).format(date);
}

/** An instant in the time zone of whoever reads it, to the minute. */
export function formatMoment(instant: string, language: Language): string {
  return formatInstant(instant, Intl.DateTimeFormat().resolvedOptions().timeZone, language);
}

/** The first characters of a content hash, enough to compare by eye. */
export function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, 12);
}

const SIZES = ['B', 'KB', 'MB', 'GB'] as const;

/** The size of a file, in the largest unit of which it has one. */
export function formatBytes(bytes: number): string {
  const step = Math.min(SIZES.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${formatNumber(bytes / 1024 ** step, step === 0 ? 0 : 1)} ${SIZES[step]}`;
}
