/** What was there before and what was taken back, with the state as it is now. */
export interface History<State> {
  past: readonly State[];
  now: State;
  future: readonly State[];
  /** What the last change was about: more typing in the same place is the same change. */
  about: string | null;
}

const MOST = 200;

export function begun<State>(now: State): History<State> {
  return { past: [], now, future: [], about: null };
}

export function changedTo<State>(
  history: History<State>,
  now: State,
  about: string | null,
): History<State> {
  if (Object.is(now, history.now)) return history;
  const isSame = about !== null && about === history.about;
  const past = isSame ? history.past : [...history.past, history.now].slice(-MOST);
  return { past, now, future: [], about };
}

export function undone<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    about: null,
  };
}

export function redone<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, about: null };
}
