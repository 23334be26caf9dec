import { useCallback, useEffect, useReducer, useState } from 'react';
import { ProblemError } from '@/api/problem';
import { begun, changedTo, type History, redone, undone } from './history';
import { reloadCatalogue, saveDraft } from './queries';
import { nodesOf, type Tree, treeOf } from './tree';
import type { Catalogue, VersionDetail } from './types';

/** What is edited of a draft. */
export interface DraftState {
  tree: Tree;
  method: Record<string, unknown>;
  scoring: Catalogue['ScoringBody'];
}

export type Saving =
  | { state: 'saved' | 'waiting' | 'saving' }
  | { state: 'conflict' | 'failed'; error: unknown };

/** How long typing rests before it is sent. */
const REST_MS = 700;

const WAITING: Saving = { state: 'waiting' };

type Change = (now: DraftState) => DraftState;
type Deed = { change: Change; about: string | null } | 'undo' | 'redo' | { restart: DraftState };

function reduced(history: History<DraftState>, deed: Deed): History<DraftState> {
  if (deed === 'undo') return undone(history);
  if (deed === 'redo') return redone(history);
  if ('restart' in deed) return begun(deed.restart);
  return changedTo(history, deed.change(history.now), deed.about);
}

export function stateOf(detail: VersionDetail): DraftState {
  const { nodes, method, scoring } = detail;
  return { tree: treeOf(nodes), method: method as Record<string, unknown>, scoring };
}

function bodyOf({ tree, method, scoring }: DraftState): Catalogue['DraftBody'] {
  return { nodes: nodesOf(tree), method, scoring };
}

/** A draft that is edited here and kept on the server: what is typed is sent a moment later, at the revision last seen. */
export function useDraft(strategy: string, detail: VersionDetail) {
  const [history, act] = useReducer(reduced, detail, (it) => begun(stateOf(it)));
  const [revision, setRevision] = useState(detail.revision);
  const [saving, setSaving] = useState<Saving>({ state: 'saved' });
  const [kept, setKept] = useState(history.now);

  const send = useCallback(
    async (state: DraftState, at: number) => {
      setSaving({ state: 'saving' });
      try {
        const answer = await saveDraft(strategy, detail.version, at, bodyOf(state));
        setKept(state);
        setRevision(answer.revision);
        setSaving({ state: 'saved' });
        void reloadCatalogue(strategy);
      } catch (error) {
        const isStale = error instanceof ProblemError && error.status === 412;
        setSaving({ state: isStale ? 'conflict' : 'failed', error });
      }
    },
    [strategy, detail.version],
  );

  const isChanged = history.now !== kept;
  useEffect(() => {
    if (!isChanged || saving.state === 'conflict' || saving.state === 'saving') return;
    const timer = setTimeout(() => {
      void send(history.now, revision);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [history.now, isChanged, revision, saving.state, send]);

  useWarningBeforeLeaving(isChanged);
  return {
    state: history.now,
    revision,
    saving: isChanged && saving.state === 'saved' ? WAITING : saving,
    isSaved: !isChanged && saving.state === 'saved',
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (change: Change, about: string | null = null) => act({ change, about }),
    undo: () => act('undo'),
    redo: () => act('redo'),
    /** Tries again what could not be sent. */
    sendAgain: () => void send(history.now, revision),
    /** Puts what is here over what somebody else has saved meanwhile. */
    keepMine: (theirs: VersionDetail) => void send(history.now, theirs.revision),
    /** Takes what somebody else has saved, and forgets what is here. */
    takeTheirs: (theirs: VersionDetail) => {
      const state = stateOf(theirs);
      setKept(state);
      act({ restart: state });
      setRevision(theirs.revision);
      setSaving({ state: 'saved' });
    },
  };
}

export type EditedDraft = ReturnType<typeof useDraft>;

/** What has not been sent is not lost by closing the window unasked. */
function useWarningBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
}
