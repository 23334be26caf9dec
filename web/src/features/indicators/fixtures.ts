import type { IndicatorDetail } from '@/api/types';
import { haishu, yinzhou } from '@/testing/fixtures';

const source = { title: { zh: '演示数据', en: 'Synthetic' } };

/** Energy use: less is better, so the smaller value comes first. */
export const rankingFixture: IndicatorDetail['ranking'] = [
  {
    unit: yinzhou,
    value: 0.388,
    value_text: '0.388',
    rank: 1,
    status: 'flash',
    source,
    is_synthetic: true,
  },
  {
    unit: haishu,
    value: 0.464,
    value_text: '0.464',
    rank: 2,
    status: 'final',
    source,
    is_synthetic: true,
  },
];
