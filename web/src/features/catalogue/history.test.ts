import { expect, it } from 'vitest';
import { begun, changedTo, redone, undone } from './history';

it('takes back step by step, and typing in one place at once', () => {
  let history = begun('');
  for (const typed of ['2', '25', '25.0']) history = changedTo(history, typed, 'weight:A');
  history = changedTo(history, 'moved', null);
  expect(history.past).toEqual(['', '25.0']);
  history = undone(undone(history));
  expect(history.now).toBe('');
  expect(undone(history)).toBe(history);
  history = redone(history);
  expect(history.now).toBe('25.0');
  history = changedTo(history, 'other', 'weight:A');
  expect(history.future).toEqual([]);
  expect(redone(history)).toBe(history);
});
