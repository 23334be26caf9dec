import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderAt } from '@/testing/render';
import { explanationFixture } from '../fixtures';
import { childrenOf, isWhole, stack, sumOfContributions } from '../tree';
import { ExplanationView } from './explanation-view';

describe('contributions', () => {
  const children = childrenOf(explanationFixture.nodes, 'INDEX');

  it('lie end to end and reach the score', () => {
    expect(stack(children).map(({ start }) => start)).toEqual([0, 40]);
    expect(isWhole(sumOfContributions(children), 90, 2)).toBe(true);
    expect(isWhole(89.99, 90, 2)).toBe(false);
  });
});

describe('the explanation', () => {
  it('shows the score, its parts and their sum', () => {
    renderAt('/ningbo', <ExplanationView explanation={explanationFixture} />);
    expect(screen.getByText('合计，即得分').parentElement?.textContent).toContain('90.00');
    expect(screen.getByText('50.0% × 80.00')).toBeTruthy();
  });

  it('opens down to the figure as reported, its status, source and rule', async () => {
    renderAt('/ningbo', <ExplanationView explanation={explanationFixture} />);
    await userEvent.click(screen.getByRole('button', { name: /研发强度/ }));
    expect(screen.getByText('2.00')).toBeTruthy();
    expect(screen.getByText('预计')).toBeTruthy();
    expect(screen.getByRole('link', { name: /统计公报/ }).getAttribute('href')).toBe(
      'https://example.org/a',
    );
    expect(screen.getByText('标准比值法')).toBeTruthy();
    expect(screen.getByText('2.5')).toBeTruthy();
  });
});
