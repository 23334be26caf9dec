import type { LeagueRow, LeagueTable } from '@/api/types';
import { haishu, runFixture, yinzhou } from '@/testing/fixtures';

const firstRow: LeagueRow = {
  unit: yinzhou,
  score: 92.2336,
  rank: 1,
  rank_change: 2,
  score_change: 1.5,
  is_synthetic: true,
  children: [{ node: 'D1', score: 96.94, rank: 1 }],
  series: [
    { period: '2022', score: 90.7336, rank: 3 },
    { period: '2023', score: 92.2336, rank: 1 },
  ],
};

const lastRow: LeagueRow = {
  unit: haishu,
  score: null,
  rank: null,
  rank_change: null,
  is_synthetic: true,
  children: [{ node: 'D1', score: null, rank: null }],
  series: [{ period: '2023', score: null, rank: null }],
  missing: { zh: '有数下级不足 60%', en: 'Fewer than 60 % of the children' },
};

export const leagueTableFixture: LeagueTable = {
  period: '2023',
  previous_period: '2022',
  node: { code: 'INDEX', level: 0, name: { zh: '创新指数', en: 'Innovation index' } },
  is_synthetic: true,
  average: 92.2336,
  children: [{ code: 'D1', name: { zh: '创新治理力', en: 'Governance' }, weight: 20 }],
  run: runFixture,
  rows: [firstRow, lastRow],
};
