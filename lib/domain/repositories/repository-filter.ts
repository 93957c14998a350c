import { z } from 'zod';
import { searchText } from '#lib/domain/text';

/** Which repositories a list shows; the names are API. */
export const repositoryFilters = ['all', 'allowed', 'not_allowed', 'no_environment', 'review_off'] as const;

export type RepositoryFilter = (typeof repositoryFilters)[number];

/** Repositories on one page. */
export const repositoryPageSize = 50;

/** What a search for repositories takes, as the query of an address says it. */
export const repositorySearch = {
  filter: z.enum(repositoryFilters).default('all'),
  find: searchText({ max: 140 }).default(''),
};
