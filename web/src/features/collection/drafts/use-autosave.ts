import { useEffect, useState, useSyncExternalStore } from 'react';
import { Autosave, type Snapshot } from './autosave';
import type { Answer, Draft, DraftPlace } from './draft';
import { drafts } from './draft-store';

interface Given {
  place: DraftPlace;
  save: (drafts: readonly Draft[]) => Promise<readonly Answer[]>;
}

/** Saving by itself for one submission; the component is keyed by the place. */
export function useAutosave(given: Given): [Autosave, Snapshot] {
  const [autosave] = useState(() => new Autosave({ ...given, store: drafts, now: Date.now }));
  const snapshot = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  useEffect(() => {
    void autosave.start();
    return () => autosave.stop();
  }, [autosave]);
  useWarning(snapshot.isUnkept && snapshot.drafts.size > 0);
  return [autosave, snapshot];
}

/** The browser asks before leaving, only where leaving would lose something. */
function useWarning(wouldLose: boolean): void {
  useEffect(() => {
    if (!wouldLose) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', ask);
    return () => globalThis.removeEventListener('beforeunload', ask);
  }, [wouldLose]);
}
