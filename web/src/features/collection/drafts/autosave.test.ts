import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/api/problem';
import { Autosave } from './autosave';
import type { Answer, Draft } from './draft';
import { DraftStore } from './draft-store';

const place = { account: 'a', strategy: 'ningbo', round: 'R2026', organisation: '330203' };
const store = new DraftStore();
const said = (cell: number, text: string, base = 0) => ({
  cell,
  text,
  base,
  missing: null,
  explanation: null,
});
const unreachable = () => new ProblemError('unreachable', 0, '', '');

type Save = (drafts: readonly Draft[]) => Promise<readonly Answer[]>;

let clock = 0;
function autosave(save: Save) {
  return new Autosave({ place, store, save, now: () => (clock += 1) });
}
const savedAs = (version: number) => (drafts: readonly Draft[]) =>
  Promise.resolve(drafts.map(({ cell }) => ({ cell, outcome: 'saved' as const, version })));

/** Promises of the store settle outside the fake clock. */
const settle = () => vi.waitFor(() => undefined);

beforeEach(() => store.forgetAll());
afterEach(() => vi.useRealTimers());

describe('what was typed', () => {
  it('is kept until the server has it, through another page', async () => {
    const first = autosave(() => Promise.reject(unreachable()));
    first.type([said(1, '2.6'), said(2, '')]);
    await first.flush();
    expect(first.snapshot().saving).toEqual({ state: 'offline' });
    await vi.waitFor(async () => expect(await store.count('a')).toBe(2));
    first.stop();

    const save = vi.fn<Save>(savedAs(1));
    const second = autosave(save);
    await second.start();
    expect([...second.snapshot().drafts.keys()]).toEqual([1, 2]);
    await second.flush();
    expect(save).toHaveBeenCalledOnce();
    expect(second.snapshot().drafts.size).toBe(0);
    await vi.waitFor(async () => expect(await store.count('a')).toBe(0));
    second.stop();
  });

  it('is nobody else’s', async () => {
    await store.keep(place, [{ ...said(1, '5'), typedAt: 1 }]);
    expect(await store.load({ ...place, account: 'b' })).toEqual([]);
    expect(await store.load({ ...place, round: 'R2027' })).toEqual([]);
    expect(await store.count('b')).toBe(0);
    await store.forgetAll();
    expect(await store.load(place)).toEqual([]);
  });

  it('is kept stroke by stroke, and let go when it is dropped', async () => {
    const saving = autosave(savedAs(1));
    saving.jot(said(1, '2.'), false);
    await vi.waitFor(async () => expect(await store.load(place)).toMatchObject([{ text: '2.' }]));
    expect(saving.snapshot().drafts.size).toBe(0);
    saving.jot(said(1, ''), true);
    await vi.waitFor(async () => expect(await store.count('a')).toBe(0));
    saving.stop();
  });

  it('goes out once the typing pauses, in one request', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const save = vi.fn<Save>(savedAs(1));
    const saving = autosave(save);
    saving.type([said(1, '2')]);
    saving.type([said(1, '2.6')]);
    saving.type([said(2, '3')]);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(800);
    expect(save).toHaveBeenCalledOnce();
    expect(save.mock.calls[0]?.[0].map(({ text }) => text)).toEqual(['2.6', '3']);
    expect(saving.snapshot().saving.state).toBe('saved');
    saving.stop();
  });

  it('is sent again by itself after a lost connection', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const save = vi.fn<Save>(savedAs(1)).mockRejectedValueOnce(unreachable());
    const saving = autosave(save);
    saving.type([said(1, '2')]);
    await vi.advanceTimersByTimeAsync(800);
    expect(saving.snapshot().saving.state).toBe('offline');
    expect(saving.snapshot().drafts.size).toBe(1);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(saving.snapshot().saving.state).toBe('saved');
    expect(saving.snapshot().drafts.size).toBe(0);
    saving.stop();
  });

  it('stands on the version just made when it is typed while the first is under way', async () => {
    const answers = new EventTarget();
    const save = vi.fn<Save>(async () => {
      await new Promise((resolve) => answers.addEventListener('come', resolve));
      return [{ cell: 1, outcome: 'saved', version: 4 }];
    });
    const saving = autosave(save);
    saving.type([said(1, '2')]);
    const sent = saving.flush();
    saving.type([said(1, '2.6')]);
    answers.dispatchEvent(new Event('come'));
    await sent;
    expect(saving.snapshot().drafts.get(1)).toMatchObject({ text: '2.6', base: 4 });
    saving.stop();
  });
});

describe('a conflict', () => {
  const theirs = { text: '9', missing: null, explanation: null, version: 7 };

  it('waits for a decision and is not sent meanwhile', async () => {
    const save = vi.fn<Save>(() => Promise.resolve([{ cell: 1, outcome: 'conflict', theirs }]));
    const saving = autosave(save);
    saving.type([said(1, '2')]);
    await saving.flush();
    await saving.flush();
    expect(save).toHaveBeenCalledOnce();
    expect(saving.snapshot().conflicts.get(1)).toEqual(theirs);

    saving.decide(1, 'mine');
    expect(saving.snapshot().drafts.get(1)).toMatchObject({ text: '2', base: 7 });
    await saving.flush();
    saving.decide(1, 'theirs');
    expect(saving.snapshot().drafts.size).toBe(0);
    await settle();
    saving.stop();
  });

  it('is none when the lost answer was our own', async () => {
    const saving = autosave(() =>
      Promise.resolve([{ cell: 1, outcome: 'conflict', theirs: { ...theirs, text: '2' } }]),
    );
    saving.type([said(1, '2')]);
    await saving.flush();
    expect(saving.snapshot().conflicts.size).toBe(0);
    expect(saving.snapshot().drafts.size).toBe(0);
    saving.stop();
  });
});

it('says when the server refuses, keeps what was typed and does not insist', async () => {
  const closed = new ProblemError('round-closed', 409, '填报已结束', '');
  const save = vi.fn<Save>(() => Promise.reject(closed));
  const saving = autosave(save);
  saving.type([said(1, '2')]);
  await saving.flush();
  expect(saving.snapshot().saving).toEqual({ state: 'refused', error: closed });
  expect(saving.snapshot().drafts.size).toBe(1);
  expect(save).toHaveBeenCalledOnce();
  saving.stop();
});

it('goes on where the browser keeps nothing, and says so', async () => {
  const broken = new DraftStore();
  vi.spyOn(broken, 'keep').mockRejectedValue(new Error('QuotaExceededError'));
  const saving = new Autosave({
    place,
    store: broken,
    save: savedAs(1),
    now: () => 1,
  });
  saving.type([said(1, '2')]);
  await vi.waitFor(() => expect(saving.snapshot().isUnkept).toBe(true));
  await saving.flush();
  expect(saving.snapshot().drafts.size).toBe(0);
  saving.stop();
});
