import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { flag, shape, table, text, type Draft } from './kinds';

const access = z.enum(['read', 'write', 'deny', 'none']);
const pathAccess = z.record(z.string(), z.union([access, z.record(z.string(), access), z.int()]));

/** The keys of a permission profile below `path`. */
export const profileKeys = (path: string, shared: Partial<ConfigKey>): readonly Draft[] => {
  const facts = { ...shared, names: ['acme'], risk: 'high' } as const;
  const closed = {
    ...facts,
    beside: { ...shared.beside, permissions: { acme: { extends: ':workspace' } } },
  };
  return [
    table(path, 'A permission profile that a user may choose where it is allowed.', {
      ...facts,
      good: [{ extends: ':workspace' }],
      onUnknown: 'silent',
    }),
    text(`${path}.description`, 'What the profile is for, in words.', { ...closed, risk: 'low' }),
    text(`${path}.extends`, 'The profile that this one begins with.', {
      ...facts,
      good: [':workspace', ':read-only'],
      bad: [7],
    }),
    shape(
      `${path}.workspace_roots`,
      z.record(z.string(), z.boolean()),
      'Folders that count as the workspace.',
      {
        ...closed,
        good: [{ '/srv/shared': true }],
        bad: ['a text', { '/srv/shared': 'yes' }],
      },
    ),
    shape(`${path}.filesystem`, pathAccess, 'What may be done to which path: read, write, deny.', {
      ...closed,
      good: [{ '/srv/data': 'read' }],
      bad: ['a text', { '/srv/data': 'sometimes' }],
    }),
    table(`${path}.network`, 'What the profile may reach.', {
      ...closed,
      good: [{ enabled: false }],
      onUnknown: 'silent',
    }),
    flag(`${path}.network.enabled`, 'Whether the profile has a network.', closed),
  ];
};
