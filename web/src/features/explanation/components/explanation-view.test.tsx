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
    expect(screen.getByText(/处理前 2.4，处理后 2/)).toBeTruthy();
    expect(screen.getByText('2.5')).toBeTruthy();
  });

  it('says how many figures below were changed, and what bonus items gave', () => {
    const [index, ...rest] = explanationFixture.nodes;
    const item = { item: '国家级平台', kind: 'bonus', points: 6, counted: 5, reasons: ['认定文件'] };
    const adjustment = { before: 85, after: 90, bonus: 5, penalty: 0, items: [item] };
    const nodes = [{ ...index, adjustment }, ...rest] as typeof explanationFixture.nodes;
    renderAt('/ningbo', <ExplanationView explanation={{ ...explanationFixture, nodes }} />);
    expect(screen.getByText(/其下 2 项指标中，0 项为插补，1 项经离群值处理/)).toBeTruthy();
    expect(screen.getByText(/6.00 分，计 5.00 分/).textContent).toContain('认定文件');
    expect(screen.getByText('85.00')).toBeTruthy();
  });
});
