import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { strategyQuery, unitsQuery } from '@/api/strategy-queries';
import { strategyFixture, unitsFixture } from './fixtures';

interface Shown extends RenderResult {
  /** The search part of the address as it stands. */
  search: () => URLSearchParams;
}

/** Renders within a strategy whose shared reads have arrived, at the address given. */
export function renderAt(address: string, element: ReactNode): Shown {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false } },
  });
  client.setQueryData(strategyQuery('ningbo').queryKey, strategyFixture);
  client.setQueryData(unitsQuery('ningbo').queryKey, unitsFixture);
  const router = createMemoryRouter([{ path: '/:strategy/*', element }], {
    initialEntries: [address],
  });
  const result = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { ...result, search: () => new URLSearchParams(router.state.location.search) };
}
