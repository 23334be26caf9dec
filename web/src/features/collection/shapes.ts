import type { components } from '@/api/schema';

type Schemas = components['schemas'];

/** The answers that this feature shows, by short names. */
export type AddRound = Schemas['AddRound'];
export type Cell = Schemas['GridCell'];
export type Deadline = Schemas['Deadline'];
export type EditRound = Schemas['EditRound'];
export type Finding = Schemas['Finding'];
export type Grid = Schemas['Grid'];
export type Evidence = Schemas['Evidence'];
export type Place = Schemas['FigurePlace'];
export type Round = Schemas['Round'];
export type RoundDesign = Schemas['RoundDesign'];
export type RoundItem = Schemas['RoundItem'];
export type SavedCells = Schemas['SavedCells'];
export type SheetColumn = Schemas['GridColumn'];
export type SheetRow = Schemas['GridRow'];
export type Submission = Schemas['Submission'];
export type Comment = Schemas['Comment'];
export type Decision = Schemas['Decision'];
export type Extension = Schemas['Extension'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type NextRound = Schemas['NextRound'];
export type Duty = Schemas['Duty'];
export type NamedTally = Schemas['NamedTally'];
export type RoundProgress = Schemas['RoundProgress'];
export type Workbench = Schemas['Workbench'];
