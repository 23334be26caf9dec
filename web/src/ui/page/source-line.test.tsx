import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SourceLine, SourceName } from './source-line';

it('links addresses of the web only', () => {
  render(
    <>
      <SourceName source={{ title: '公报', url: 'https://example.org/' }} />
      <SourceName source={{ title: '坏', url: 'javascript:alert(1)' }} />
    </>,
  );
  expect(screen.getAllByRole('link')).toHaveLength(1);
});

it('names each source once and carries the synthetic mark', () => {
  const source = { title: { zh: '年鉴', en: 'Yearbook' } };
  render(<SourceLine sources={[source, source, null]} isSynthetic />);
  expect(screen.getAllByText('年鉴')).toHaveLength(1);
  expect(screen.getByText('演示数据')).toBeTruthy();
});
