import type { paths } from './schema';

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
