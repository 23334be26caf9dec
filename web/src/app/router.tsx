import { createBrowserRouter, type RouteObject } from 'react-router';
import { HomePage } from './home-page';
import { MissingPage } from './missing-page';
import { RouteFailure } from './route-failure';
import { AdministrationShell, SignedInOnly, SiteShell } from './site-shell';
import { StrategyShell } from './strategy-shell';

/** What the administrators do. */
const administration: RouteObject[] = [
  { path: 'accounts', lazy: () => import('@/features/identity/pages/account-list-page') },
  { path: 'accounts/:id', lazy: () => import('@/features/identity/pages/account-page') },
  { path: 'access', lazy: () => import('@/features/identity/pages/access-page') },
  {
    path: 'organisations',
    lazy: () => import('@/features/organisations/pages/organisation-tree-page'),
  },
  {
    path: 'organisations/:code',
    lazy: () => import('@/features/organisations/pages/organisation-page'),
  },
  { path: 'audit', lazy: () => import('@/features/audit/pages/audit-page') },
  { path: '*', Component: MissingPage },
];

/** Reporting: rounds, their design, and what each organisation fills in. */
const collection: RouteObject[] = [
  { path: 'rounds', lazy: () => import('@/features/collection/pages/round-list-page') },
  { path: 'new-round', lazy: () => import('@/features/collection/pages/new-round-page') },
  { path: 'rounds/:round', lazy: () => import('@/features/collection/pages/round-page') },
  {
    path: 'rounds/:round/design',
    lazy: () => import('@/features/collection/pages/round-design-page'),
  },
  {
    path: 'rounds/:round/submissions/:organisation',
    lazy: () => import('@/features/collection/pages/submission-page'),
  },
];

/** Where indicators and frameworks are edited, for those who work with figures. */
const catalogue: RouteObject[] = [
  { index: true, lazy: () => import('@/features/catalogue/pages/framework-list-page') },
  {
    path: 'indicators',
    lazy: () => import('@/features/catalogue/pages/indicator-catalogue-page'),
  },
  {
    path: 'indicators/:indicator',
    lazy: () => import('@/features/catalogue/pages/indicator-edit-page'),
  },
  { path: 'new-indicator', lazy: () => import('@/features/catalogue/pages/new-indicator-page') },
  {
    path: 'frameworks/:version',
    lazy: () => import('@/features/catalogue/pages/framework-page'),
  },
  {
    path: 'frameworks/:version/compare/:other',
    lazy: () => import('@/features/catalogue/pages/comparison-page'),
  },
];

/** The site at a glance. */
export const router = createBrowserRouter([
  { path: '/', Component: HomePage, ErrorBoundary: RouteFailure },
  {
    Component: SiteShell,
    ErrorBoundary: RouteFailure,
    HydrateFallback: () => null,
    children: [
      { path: '/setup', lazy: () => import('@/features/identity/pages/setup-page') },
      { path: '/sign-in', lazy: () => import('@/features/identity/pages/sign-in-page') },
      { path: '/invitation', lazy: () => import('@/features/identity/pages/invitation-page') },
      {
        Component: SignedInOnly,
        children: [
          { path: '/workbench', lazy: () => import('@/features/collection/pages/workbench-page') },
          { path: '/account', lazy: () => import('@/features/identity/pages/my-account-page') },
          { path: '/admin', Component: AdministrationShell, children: administration },
        ],
      },
    ],
  },
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
      { Component: SignedInOnly, children: collection },
      { path: 'catalogue', Component: SignedInOnly, children: catalogue },
      { path: '*', Component: MissingPage },
    ],
  },
]);
