import type { Language } from './language';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const QUARTERS = ['一', '二', '三', '四'];

function month(number: string): string {
  return MONTHS[Number(number) - 1] ?? number;
}

function halfYear(year: string, half: string, language: Language): string {
  return language === 'zh' ? `${year}年${half === '1' ? '上' : '下'}半年` : `H${half} ${year}`;
}

function quarter(year: string, number: string, language: Language): string {
  if (language === 'en') return `Q${number} ${year}`;
  return `${year}年${QUARTERS[Number(number) - 1] ?? number}季度`;
}

function span(from: readonly string[], to: readonly string[], language: Language): string {
  const [fromYear = '', fromMonth = ''] = from;
  const [toYear = '', toMonth = ''] = to;
  if (language === 'zh') {
    const end = fromYear === toYear ? `${Number(toMonth)}月` : `${toYear}年${Number(toMonth)}月`;
    const start = fromYear === toYear ? `${Number(fromMonth)}` : `${Number(fromMonth)}月`;
    return `${fromYear}年${start}—${end}累计`;
  }
  const start = fromYear === toYear ? month(fromMonth) : `${month(fromMonth)} ${fromYear}`;
  return `${start}–${month(toMonth)} ${toYear}, cumulative`;
}

/** A period code in words: `2023-01..2023-08` is 2023年1—8月累计. */
export function formatPeriod(code: string, language: Language): string {
  const zh = language === 'zh';
  if (/^\d{4}$/.test(code)) return zh ? `${code}年` : code;
  const half = /^(\d{4})H([12])$/.exec(code);
  if (half) return halfYear(half[1] ?? '', half[2] ?? '', language);
  const three = /^(\d{4})Q([1-4])$/.exec(code);
  if (three) return quarter(three[1] ?? '', three[2] ?? '', language);
  const one = /^(\d{4})-(\d{2})$/.exec(code);
  if (one) return zh ? `${one[1]}年${Number(one[2])}月` : `${month(one[2] ?? '')} ${one[1]}`;
  const many = /^(\d{4})-(\d{2})\.\.(\d{4})-(\d{2})$/.exec(code);
  if (many) return span(many.slice(1, 3), many.slice(3, 5), language);
  const plan = /^(\d{4})\/(\d{4})$/.exec(code);
  if (plan) return zh ? `${plan[1]}—${plan[2]}年规划期` : `${plan[1]}–${plan[2]} plan`;
  return code;
}

/** Short form for axes and narrow places. */
export function shortPeriod(code: string): string {
  const many = /^(\d{4})-(\d{2})\.\.\d{4}-(\d{2})$/.exec(code);
  return many ? `${many[1]}.${Number(many[2])}–${Number(many[3])}` : code;
}
