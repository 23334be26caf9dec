import { ProblemError } from '@/api/problem';
import { type Answer, type Draft, type DraftPlace, type Known, saysTheSame } from './draft';
import type { DraftStore } from './draft-store';

/** How saving stands, for the line above the sheet. */
export type Saving =
  | { state: 'idle' }
  | { state: 'waiting' }
  | { state: 'saved'; at: number }
  | { state: 'offline' }
  | { state: 'refused'; error: unknown };

export interface Snapshot {
  drafts: ReadonlyMap<number, Draft>;
  /** Cells that somebody else has changed since, as they are now. */
  conflicts: ReadonlyMap<number, Known>;
  /** Cells that the server does not take as they are, with its words. */
  faults: ReadonlyMap<number, string>;
  saving: Saving;
  /** Nothing typed would outlive the page: this browser keeps nothing. */
  isUnkept: boolean;
}

interface Given {
  place: DraftPlace;
  store: DraftStore;
  save: (drafts: readonly Draft[]) => Promise<readonly Answer[]>;
  now: () => number;
}

const PAUSE_MS = 700;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
/** Cells of one request. */
const BATCH = 200;

/**
 * Sends what was typed once the typing pauses, and keeps it on this machine until the server has
 * acknowledged it. A lost connection is waited out; a conflict waits for a decision.
 */
export class Autosave {
  readonly #given: Given;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot = {
    drafts: new Map(),
    conflicts: new Map(),
    faults: new Map(),
    saving: { state: 'idle' },
    isUnkept: false,
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;
  #retryMs = FIRST_RETRY_MS;

  constructor(given: Given) {
    this.#given = given;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  /** Takes up what an earlier page has left, and sends it. */
  async start(): Promise<void> {
    globalThis.addEventListener('online', this.flush);
    const left = await this.#kept(this.#given.store.load(this.#given.place));
    const drafts = new Map(left?.map((draft) => [draft.cell, draft]));
    for (const [cell, draft] of this.#snapshot.drafts) drafts.set(cell, draft);
    this.#set({ drafts });
    if (drafts.size > 0) this.#sendIn(0);
  }

  stop(): void {
    globalThis.removeEventListener('online', this.flush);
    clearTimeout(this.#timer);
  }

  /** Something is said of cells whose versions were seen. */
  type(said: readonly Omit<Draft, 'typedAt'>[]): void {
    const typedAt = this.#given.now();
    const made = said.map((one) => this.#draftOf(one, typedAt));
    const drafts = new Map(this.#snapshot.drafts);
    const faults = new Map(this.#snapshot.faults);
    for (const draft of made) {
      drafts.set(draft.cell, draft);
      faults.delete(draft.cell);
    }
    this.#set({ drafts, faults });
    void this.#kept(this.#given.store.keep(this.#given.place, made));
    this.#sendIn(PAUSE_MS);
  }

  /** A stroke in an open editor: kept on this machine, not yet sent; nothing when it says what stands. */
  jot(said: Omit<Draft, 'typedAt'>, isUnchanged: boolean): void {
    const { place, store, now } = this.#given;
    const typedAt = now();
    const standing = this.#snapshot.drafts.get(said.cell);
    const draft = isUnchanged && standing ? standing : this.#draftOf(said, typedAt);
    const isNothing = isUnchanged && !standing;
    void this.#kept(
      isNothing ? store.drop(place, [{ ...draft, typedAt }]) : store.keep(place, [draft]),
    );
  }

  /** What was typed over an older draft still stands on the version that draft had seen. */
  #draftOf(said: Omit<Draft, 'typedAt'>, typedAt: number): Draft {
    const older = this.#snapshot.drafts.get(said.cell);
    return { ...said, typedAt, base: older?.base ?? said.base };
  }

  /** Whose value counts where two people have filled in the same cell. */
  decide(cell: number, whose: 'mine' | 'theirs'): void {
    const theirs = this.#snapshot.conflicts.get(cell);
    const mine = this.#snapshot.drafts.get(cell);
    if (!theirs || !mine) return;
    const conflicts = without(this.#snapshot.conflicts, [cell]);
    if (whose === 'mine') {
      const drafts = new Map(this.#snapshot.drafts).set(cell, { ...mine, base: theirs.version });
      this.#set({ conflicts, drafts });
      this.type([mine]);
    } else {
      this.#set({ conflicts, drafts: without(this.#snapshot.drafts, [cell]) });
      void this.#kept(this.#given.store.drop(this.#given.place, [mine]));
    }
  }

  /** Sends at once what is waiting; resolves when nothing is under way. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    await this.#send();
  };

  #sendIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), milliseconds);
    const { state } = this.#snapshot.saving;
    if (state === 'idle' || state === 'saved') this.#set({ saving: { state: 'waiting' } });
  }

  #waiting(): Draft[] {
    const { drafts, conflicts, faults } = this.#snapshot;
    const stuck = (cell: number) => conflicts.has(cell) || faults.has(cell);
    return [...drafts.values()].filter(({ cell }) => !stuck(cell)).slice(0, BATCH);
  }

  async #send(): Promise<void> {
    const batch = this.#waiting();
    if (this.#isSending || batch.length === 0) return;
    this.#isSending = true;
    try {
      const answers = await this.#given.save(batch);
      this.#retryMs = FIRST_RETRY_MS;
      this.#take(batch, answers);
    } catch (error) {
      this.#onFailure(error);
    } finally {
      this.#isSending = false;
    }
    const isHeld = ['offline', 'refused'].includes(this.#snapshot.saving.state);
    if (!isHeld && this.#waiting().length > 0) this.#sendIn(PAUSE_MS);
  }

  #onFailure(error: unknown): void {
    const status = error instanceof ProblemError ? error.status : 0;
    if (![0, 408, 429].includes(status) && status < 500) {
      this.#set({ saving: { state: 'refused', error } });
      return;
    }
    this.#set({ saving: { state: 'offline' } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  #take(batch: readonly Draft[], answers: readonly Answer[]): void {
    const sent = new Map(batch.map((draft) => [draft.cell, draft]));
    const drafts = new Map(this.#snapshot.drafts);
    const conflicts = new Map(this.#snapshot.conflicts);
    const faults = new Map(this.#snapshot.faults);
    const saved: Draft[] = [];
    const renewed: Draft[] = [];
    const acknowledge = (draft: Draft, version: number) => {
      saved.push(draft);
      const current = drafts.get(draft.cell);
      if (!current || current.typedAt <= draft.typedAt) {
        drafts.delete(draft.cell);
        return;
      }
      // Typed on while this was under way: the rest stands on the version just made.
      const next = { ...current, base: version };
      drafts.set(draft.cell, next);
      renewed.push(next);
    };
    for (const answer of answers) {
      const draft = sent.get(answer.cell);
      if (!draft) continue;
      if (answer.outcome === 'saved') acknowledge(draft, answer.version);
      else if (answer.outcome === 'fault') faults.set(answer.cell, answer.message);
      // An answer that got lost on its way looks like somebody else who said the same.
      else if (saysTheSame(answer.theirs, draft)) acknowledge(draft, answer.theirs.version);
      else conflicts.set(answer.cell, answer.theirs);
    }
    this.#set({ drafts, conflicts, faults, saving: { state: 'saved', at: this.#given.now() } });
    void this.#kept(this.#given.store.drop(this.#given.place, saved));
    if (renewed.length > 0) void this.#kept(this.#given.store.keep(this.#given.place, renewed));
  }

  /** A browser that keeps nothing is said so; typing goes on. */
  async #kept<Result>(work: Promise<Result>): Promise<Result | undefined> {
    try {
      return await work;
    } catch {
      this.#set({ isUnkept: true });
      return undefined;
    }
  }

  #set(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function without<Value>(map: ReadonlyMap<number, Value>, cells: readonly number[]) {
  const rest = new Map(map);
  for (const cell of cells) rest.delete(cell);
  return rest;
}
