import { expect, it } from 'vitest';
import { toCsv } from './download';

it('begins with a byte order mark and ends lines as Excel does', () => {
  expect(toCsv([['a'], [1]])).toBe('\ufeffa\r\n1\r\n');
});

it('quotes what needs quoting and leaves missing cells empty', () => {
  expect(toCsv([['a,b', 'say "so"', null, undefined]])).toBe('\ufeff"a,b","say ""so""",,\r\n');
});

it('gives text that looks like a formula as text', () => {
  expect(toCsv([['=1+1', '-SUM(A1)', -2]])).toBe("\ufeff'=1+1,'-SUM(A1),-2\r\n");
});
