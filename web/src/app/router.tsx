import { createBrowserRouter } from 'react-router';
import { HomePage } from './home-page';
import { MissingPage } from './missing-page';
import { RouteFailure } from './route-failure';
import { StrategyShell } from './strategy-shell';

/** The site at a glance. */
export const router = createBrowserRouter([
  { path: '/', Component: HomePage, ErrorBoundary: RouteFailure },
  {
    path: '/:strategy',
    Component: StrategyShell,
    ErrorBoundary: RouteFailure,
    HydrateFallback: () => null,
    children: [
      {
        index: true,
        lazy: () => import('@/features/league-table/pages/league-table-page'),
      },
      {
        path: 'units/:unit',
        lazy: () => import('@/features/unit-profile/pages/unit-profile-page'),
      },
      {
        path: 'indicators',
        lazy: () => import('@/features/indicators/pages/indicator-list-page'),
      },
      {
        path: 'indicators/:indicator',
        lazy: () => import('@/features/indicators/pages/indicator-page'),
      },
      { path: 'method', lazy: () => import('@/features/method/pages/method-page') },
      { path: '*', Component: MissingPage },
    ],
  },
]);
