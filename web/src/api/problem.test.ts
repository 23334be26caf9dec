import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { ProblemError, problemFrom, problemWords } from './problem';

describe('a problem of the server', () => {
  it('is said in the server’s words, which name the thing', () => {
    const problem = problemFrom(
      {
        code: 'unit_not_found',
        title: '没有这个评价对象',
        detail: '没有代码为“X”的评价对象。',
        status: 404,
      },
      404,
    );
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem.code).toBe('unit_not_found');
    expect(problemWords(problem)).toEqual({
      title: '没有这个评价对象',
      detail: '没有代码为“X”的评价对象。',
    });
  });

  it('is said in ours where the server has none', () => {
    expect(problemWords(problemFrom({ code: 'odd', title: '' }, 404)).title).toBe('没有找到');
    expect(problemWords(problemFrom('<html>', 502)).title).toBe('服务器的答复无法读取');
    expect(problemWords(problemFrom({ title: '', code: 'odd' }, 503)).title).toBe('服务器正忙');
  });
});

it('a network that fails is said in the language of the page', async () => {
  expect(problemWords(new TypeError('Failed to fetch')).title).toBe('连接不上服务器');
  await i18next.changeLanguage('en');
  expect(problemWords(new TypeError('Failed to fetch')).title).toBe('The server cannot be reached');
});
