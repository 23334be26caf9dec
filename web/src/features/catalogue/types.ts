import type { components } from '@/api/schema';

/** The shapes of the API, by their names there. */
export type Catalogue = components['schemas'];

export type Indicator = Catalogue['CatalogueIndicator'];
export type Version = Catalogue['FrameworkVersion'];
export type VersionDetail = Catalogue['FrameworkVersionDetail'];
export type Finding = Catalogue['FrameworkFinding'];
export type Comparison = Catalogue['FrameworkComparison'];
export type NodeChange = Catalogue['NodeChange'];
export type Trial = Catalogue['FrameworkTrial'];
