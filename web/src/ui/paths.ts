import { createSearchParams } from 'react-router';

/** Every address of the site is made here. */
type Search = Record<string, string | null | undefined>;

function withSearch(path: string, search: Search = {}): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => !!entry[1]);
  const query = createSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}

const part = encodeURIComponent;

export const paths = {
  leagueTable: (strategy: string, search?: Search) => withSearch(`/${part(strategy)}`, search),
  unit: (strategy: string, unit: string, search?: Search) =>
    withSearch(`/${part(strategy)}/units/${part(unit)}`, search),
  indicators: (strategy: string, search?: Search) =>
    withSearch(`/${part(strategy)}/indicators`, search),
  indicator: (strategy: string, indicator: string, search?: Search) =>
    withSearch(`/${part(strategy)}/indicators/${part(indicator)}`, search),
  catalogue: (strategy: string) => `/${part(strategy)}/catalogue`,
  catalogueIndicators: (strategy: string) => `/${part(strategy)}/catalogue/indicators`,
  catalogueIndicator: (strategy: string, code: string) =>
    `/${part(strategy)}/catalogue/indicators/${part(code)}`,
  catalogueNewIndicator: (strategy: string) => `/${part(strategy)}/catalogue/new-indicator`,
  catalogueFramework: (strategy: string, version: string) =>
    `/${part(strategy)}/catalogue/frameworks/${part(version)}`,
  catalogueComparison: (strategy: string, version: string, other: string) =>
    `/${part(strategy)}/catalogue/frameworks/${part(version)}/compare/${part(other)}`,
  method: (strategy: string) => `/${part(strategy)}/method`,
  rounds: (strategy: string) => `/${part(strategy)}/rounds`,
  newRound: (strategy: string) => `/${part(strategy)}/new-round`,
  round: (strategy: string, round: string) => `/${part(strategy)}/rounds/${part(round)}`,
  roundDesign: (strategy: string, round: string) =>
    `/${part(strategy)}/rounds/${part(round)}/design`,
  submission: (strategy: string, round: string, organisation: string) =>
    `/${part(strategy)}/rounds/${part(round)}/submissions/${part(organisation)}`,
  workbench: '/workbench',
  setup: '/setup',
  signIn: (back?: string) => withSearch('/sign-in', { back }),
  invitation: '/invitation',
  myAccount: '/account',
  accounts: '/admin/accounts',
  account: (id: string) => `/admin/accounts/${part(id)}`,
  access: '/admin/access',
  organisations: '/admin/organisations',
  organisation: (code: string) => `/admin/organisations/${part(code)}`,
  audit: '/admin/audit',
};

/** `?explain=UNIT~NODE` opens the explanation of that score over any page. */
export function explainKey(unit: string, node: string): string {
  return `${unit}~${node}`;
}

export function readExplainKey(value: string | null): { unit: string; node: string } | null {
  const [unit, node] = value?.split('~') ?? [];
  return unit && node ? { unit, node } : null;
}

/** Where to go after signing in: an address of this site, never of another one. */
export function readBack(value: string | null): string {
  return value && /^\/(?![/\\])/.test(value) ? value : paths.myAccount;
}
