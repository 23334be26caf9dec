import type { Cell, Grid } from './shapes';

function cell(number: number, change: Partial<Cell>): Cell {
  return {
    cell: number,
    column: 0,
    row: 0,
    text: '',
    is_synthetic: false,
    standing: 'open',
    is_editable: true,
    version: 0,
    comments: 0,
    evidence: 0,
    ...change,
  };
}

const deadline = {
  local: '2026-12-31T17:00',
  time_zone: 'Asia/Shanghai',
  at: '2026-12-31T09:00:00Z',
};

const caliber = { code: 'DEMO', name: { zh: '演示口径', en: 'Demonstration' } };

/** An answer of the server, held to the generated types. */
export const gridFixture: Grid = {
  submission: {
    round: 'annual-2025',
    title: { zh: '2025年度填报', en: '2025 return' },
    round_state: 'open',
    levels: 1,
    organisation: { code: '330203', name: { zh: '海曙区', en: 'Haishu' } },
    state: 'draft',
    due: deadline,
    is_extended: false,
    is_late: false,
    version: 1,
  },
  is_overdue: false,
  may: { edit: true, submit: true, endorse: false, approve: false, return: false, reopen: false },
  counts: { cells: 4, filled: 3, returned: 0, approved: 0 },
  columns: [
    {
      indicator: 'RD_GDP',
      name: { zh: '研发投入强度', en: 'R&D intensity' },
      measure_unit: { zh: '%', en: '%' },
      decimals: 2,
      definition: { zh: '研发经费与地区生产总值之比', en: 'R&D over GDP' },
      direction: 'higher_is_better',
      caliber,
    },
    {
      indicator: 'HIGHTECH',
      name: { zh: '高新技术企业数', en: 'High-tech firms' },
      measure_unit: { zh: '家', en: 'firms' },
      decimals: 0,
      definition: { zh: '有效期内的高新技术企业', en: 'Firms with a valid certificate' },
      direction: 'higher_is_better',
      caliber,
    },
  ],
  rows: [
    { unit: { code: '330203', name: { zh: '海曙区', en: 'Haishu' } }, period: '2025' },
    { unit: { code: '330212', name: { zh: '鄞州区', en: 'Yinzhou' } }, period: '2025' },
  ],
  cells: [
    cell(1, {
      text: '4.2',
      version: 1,
      previous: {
        period: '2024',
        value: 2.6,
        value_text: '2.60',
        status: 'final',
        is_synthetic: true,
      },
    }),
    cell(2, { row: 1 }),
    cell(3, { column: 1, text: '310', version: 2, standing: 'held', is_editable: false }),
    cell(4, { column: 1, row: 1, text: '约三百', version: 1 }),
  ],
  findings: [
    { cell: 1, code: 'jump', severity: 'warning', message: { zh: '比上期增长 62%', en: 'up 62%' } },
    { cell: 2, code: 'required', severity: 'error', message: { zh: '此格为空', en: 'empty' } },
    {
      cell: 4,
      code: 'number-format',
      severity: 'error',
      message: { zh: '不是数值', en: 'no number' },
    },
  ],
};
