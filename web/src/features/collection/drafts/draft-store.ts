import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Draft, DraftPlace } from './draft';

interface Kept extends Draft, DraftPlace {}

type Key = [account: string, strategy: string, round: string, organisation: string, cell: number];

interface Schema extends DBSchema {
  draft: { key: Key; value: Kept };
}

const NAME = 'yanzhi-drafts';
const VERSION = 1;

/** The sheets of this machine's browser that hold what the server has not acknowledged. */
export class DraftStore {
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  #database(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= openDB<Schema>(NAME, VERSION, {
      upgrade: (database) => {
        database.createObjectStore('draft', {
          keyPath: ['account', 'strategy', 'round', 'organisation', 'cell'],
        });
      },
      // Another page of this site has a newer version or forgets everything: let it.
      blocking: () => this.close(),
    });
    return this.#opened;
  }

  close(): void {
    void this.#opened?.then((database) => database.close());
    this.#opened = undefined;
  }

  /** Resolves once the drafts outlive the page. */
  async keep(place: DraftPlace, drafts: readonly Draft[]): Promise<void> {
    const database = await this.#database();
    const { store, done } = database.transaction('draft', 'readwrite');
    await Promise.all([...drafts.map((draft) => store.put({ ...draft, ...place })), done]);
  }

  /** Forgets drafts of cells, unless something newer was typed there meanwhile. */
  async drop(place: DraftPlace, drafts: readonly Draft[]): Promise<void> {
    const database = await this.#database();
    const { store, done } = database.transaction('draft', 'readwrite');
    const drop = async (draft: Draft) => {
      const key = keyOf(place, draft.cell);
      const kept = await store.get(key);
      if (kept && kept.typedAt <= draft.typedAt) await store.delete(key);
    };
    await Promise.all([...drafts.map(drop), done]);
  }

  async load(place: DraftPlace): Promise<Draft[]> {
    const database = await this.#database();
    const range = IDBKeyRange.bound(keyOf(place, -Infinity), keyOf(place, Infinity));
    return database.getAll('draft', range);
  }

  async count(account: string): Promise<number> {
    const database = await this.#database();
    return database.count('draft', IDBKeyRange.bound([account], [account, []]));
  }

  /** Leaves nothing of anybody on this machine. */
  async forgetAll(): Promise<void> {
    const database = await this.#database();
    await database.clear('draft');
  }
}

function keyOf({ account, strategy, round, organisation }: DraftPlace, cell: number): Key {
  return [account, strategy, round, organisation, cell];
}

export const drafts = new DraftStore();
