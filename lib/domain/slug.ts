import { z } from 'zod';

/** Words that are, or may become, addresses of the product itself. */
const reserved = new Set([
  'about',
  'account',
  'accounts',
  'admin',
  'api',
  'assets',
  'auth',
  'docs',
  'error',
  'favicon',
  'health',
  'help',
  'index',
  'invitations',
  'invite',
  'login',
  'logout',
  'manifest',
  'me',
  'new',
  'not-found',
  'null',
  'profile',
  'public',
  'recover',
  'robots',
  'setup',
  'share',
  'shared',
  'sign-in',
  'sign-out',
  'sign-up',
  'signin',
  'signout',
  'signup',
  'sitemap',
  'slipway',
  'static',
  'system',
  'undefined',
  'well-known',
  'workspace',
  'workspaces',
  'www',
]);

/** Lower-case words joined by single hyphens, so `_next`, `favicon.ico` and `.well-known` never match. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * A workspace's part of the address: 2 to 40 lower-case letters, digits and single hyphens.
 *
 * Refuses the words the product's own addresses need.
 */
export const workspaceSlug = z
  .string()
  .min(2, 'Use at least 2 characters.')
  .max(40, 'Use at most 40 characters.')
  .regex(SLUG, 'Use lower-case letters, digits and single hyphens, such as acme-europe.')
  .refine((slug) => !reserved.has(slug), 'This word is kept for the product’s own addresses.');

/** The address a workspace's name suggests; it may be empty or reserved, so it is checked like a typed one. */
export const suggestSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
