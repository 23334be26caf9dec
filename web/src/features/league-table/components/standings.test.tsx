import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { renderAt } from '@/testing/render';
import { leagueTableFixture } from '../fixtures';
import { Standings } from './standings';

const show = (address = '/ningbo') => renderAt(address, <Standings table={leagueTableFixture} />);

describe('standings', () => {
  it('leads from a row to the unit and from a score to its explanation', () => {
    show();
    const row = screen.getByRole('row', { name: /鄞州区/ });
    expect(within(row).getByRole('link', { name: '鄞州区' }).getAttribute('href')).toBe(
      '/ningbo/units/330212',
    );
    const score = within(row).getByRole('link', { name: /创新指数 92\.23/ });
    expect(score.getAttribute('href')).toContain('explain=330212%7EINDEX');
  });

  it('says rank changes in words', () => {
    show();
    expect(screen.getByText(/进2位/)).toBeTruthy();
  });

  it('says why a score is missing', () => {
    show();
    expect(screen.getByText('有数下级不足 60%')).toBeTruthy();
  });

  it('sorts by a column head and keeps the sort in the address', async () => {
    const { search } = show();
    await userEvent.click(screen.getByRole('button', { name: '得分' }));
    expect(search().get('sort')).toBe('score:desc');
    expect(screen.getByRole('columnheader', { name: '得分' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it('finds units by name in either language', () => {
    show('/ningbo?q=haishu');
    expect(screen.queryByRole('link', { name: '鄞州区' })).toBeNull();
    expect(screen.getByRole('link', { name: '海曙区' })).toBeTruthy();
  });

  it('speaks English when asked', async () => {
    await i18next.changeLanguage('en');
    show();
    expect(screen.getByText(/up 2/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Yinzhou' })).toBeTruthy();
  });
});
