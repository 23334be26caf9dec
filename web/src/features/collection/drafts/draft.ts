/** What is said of a cell. */
export interface Said {
  /** As typed. */
  text: string;
  /** Why there is no figure. */
  missing: string | null;
  /** Why a warning may be passed over. */
  explanation: string | null;
}

/** What was said here and not yet acknowledged by the server. */
export interface Draft extends Said {
  cell: number;
  /** The version of the cell that was seen when this was typed. */
  base: number;
  /** Orders what was typed in one cell; milliseconds of this machine. */
  typedAt: number;
}

/** A cell as the server has it. */
export interface Known extends Said {
  version: number;
}

/** Whose drafts these are, and of which submission. */
export interface DraftPlace {
  account: string;
  strategy: string;
  round: string;
  organisation: string;
}

export type Answer =
  | { cell: number; outcome: 'saved'; version: number }
  | { cell: number; outcome: 'conflict'; theirs: Known }
  | { cell: number; outcome: 'fault'; message: string };

export function saysTheSame(one: Said, other: Said): boolean {
  return (
    one.text === other.text &&
    one.missing === other.missing &&
    one.explanation === other.explanation
  );
}
