import type { Api } from './api.ts';

/** Every kind of page of the site, with a name for its picture. */
export async function addresses(api: Api): Promise<[name: string, address: string][]> {
  const strategy = await api.strategy();
  const { rows, node } = await api.leagueTable();
  const [first, second] = rows;
  const unit = first?.unit.code ?? '';
  const indicator = await api.indicator();
  const city = await api.cityIndicator();
  return [
    ['league-table', `/${strategy}`],
    ['league-table-of-an-indicator', `/${strategy}?node=${indicator}`],
    ['unit-profile', `/${strategy}/units/${unit}?peers=${second?.unit.code ?? ''}`],
    ['indicators', `/${strategy}/indicators`],
    ['indicator', `/${strategy}/indicators/${indicator}`],
    ...(city ? [['city-indicator', `/${strategy}/indicators/${city}`] as [string, string]] : []),
    ['method', `/${strategy}/method`],
    ['explanation', `/${strategy}?explain=${unit}~${node.code}`],
    ['explanation-of-an-indicator', `/${strategy}?explain=${unit}~${indicator}`],
    ['unknown-strategy', '/nowhere'],
    ['missing-page', `/${strategy}/nowhere`],
  ];
}

export function inLanguage(address: string, language: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}
