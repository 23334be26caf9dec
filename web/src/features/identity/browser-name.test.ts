import { expect, it } from 'vitest';
import { browserName } from './browser-name';

it('is what the owner of the browser would say', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36';
  expect(browserName(chrome)).toBe('Chrome · Windows');
  expect(browserName(`${chrome} Edg/126.0`)).toBe('Edge · Windows');
  expect(browserName('curl/8.5.0')).toBe('curl/8.5.0');
  expect(browserName(null)).toBe('—');
});
