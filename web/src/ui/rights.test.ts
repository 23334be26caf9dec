import { describe, expect, it } from 'vitest';
import api from '../../../openapi/api.json';
import en from './locales/en.json';
import zh from './locales/zh.json';
import { actionKey, actions, roles } from './rights';

describe('the words of actions and roles', () => {
  it('are those of the server, in its order', () => {
    expect([...actions]).toEqual(api['x-rights'].actions);
    expect([...roles]).toEqual(api['x-rights'].roles);
  });

  it('have a name in both languages', () => {
    const keys = [
      ...actions.map((action) => actionKey(action).replace('ui:', '')),
      ...roles.map((role) => `role_${role}`),
    ];
    for (const words of [zh, en] as Record<string, string>[]) {
      expect(keys.filter((key) => !words[key])).toEqual([]);
    }
  });
});
