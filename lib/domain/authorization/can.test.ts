import { describe, expect, test } from 'vitest';
import { appRoles, can, capabilities } from './can';

const holders = [...appRoles, 'visitor', 'system'] as const;

/** Who may what, written down a second time. */
const expected: Record<(typeof capabilities)[number], readonly string[]> = {
  'workspace.create': ['visitor', 'system'],
  'account.recover': ['visitor', 'system'],
  'rollout.read': ['workspace_owner', 'it_owner', 'governance_owner', 'contributor', 'auditor'],
  'activity.read': ['workspace_owner', 'it_owner', 'governance_owner', 'contributor', 'auditor'],
  'decision.write': ['workspace_owner'],
  'owners.write': ['workspace_owner'],
  'setting.write': ['workspace_owner'],
  'setting.confirm': ['workspace_owner', 'it_owner'],
  'configuration.write': ['workspace_owner', 'it_owner'],
};

describe('can', () => {
  test.each(capabilities)('%s is held by exactly who the house says', (capability) => {
    const found = holders.filter((appRole) => can({ appRole }, capability));

    expect(found).toEqual(holders.filter((holder) => expected[capability].includes(holder)));
  });

  test('an auditor may write nothing', () => {
    const writes = capabilities.filter((capability) => !capability.endsWith('.read'));

    expect(writes.filter((capability) => can({ appRole: 'auditor' }, capability))).toEqual([]);
  });
});
