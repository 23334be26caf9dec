import type { components, paths } from './schema';

type Read<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

type Base = '/api/v1/strategies';

export type StrategyList = Read<Base>;
export type Strategy = Read<`${Base}/{strategy}`>;
export type Framework = Read<`${Base}/{strategy}/framework`>;
export type FrameworkNode = Framework['nodes'][number];
export type PeriodList = Read<`${Base}/{strategy}/periods`>;
export type UnitList = Read<`${Base}/{strategy}/units`>;
export type Unit = UnitList['items'][number];
export type LeagueTable = Read<`${Base}/{strategy}/league-table`>;
export type LeagueRow = LeagueTable['rows'][number];
export type UnitProfile = Read<`${Base}/{strategy}/units/{unit}/profile`>;
export type IndicatorList = Read<`${Base}/{strategy}/indicators`>;
export type IndicatorItem = IndicatorList['items'][number];
export type IndicatorDetail = Read<`${Base}/{strategy}/indicators/{indicator}`>;
export type Explanation = Read<`${Base}/{strategy}/units/{unit}/explanation`>;
export type ExplainedNode = Explanation['nodes'][number];
export type RunInfo = LeagueTable['run'];

type Schemas = components['schemas'];

export type { SessionState } from './session-state';
export type Account = Schemas['Account'];
export type Grant = Schemas['Grant'];
export type Invitation = Schemas['Invitation'];
export type OwnAccount = Schemas['OwnAccount'];
export type OwnSession = Schemas['Session'];
export type Token = Schemas['Token'];
export type Right = Schemas['Right'];
export type Holder = Schemas['Holder'];
export type Organisation = Schemas['Organisation'];
export type OrganisationDetail = Schemas['OrganisationDetail'];
export type AuditEntry = Schemas['AuditEntry'];
