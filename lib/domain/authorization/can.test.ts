import { describe, expect, test } from 'vitest';
import { appRoles, can, capabilities } from './can';

const holders = [...appRoles, 'visitor', 'system'] as const;

const all = ['workspace_owner', 'it_owner', 'governance_owner', 'contributor', 'auditor'];
const owners = ['workspace_owner', 'it_owner', 'governance_owner'];
const it = ['workspace_owner', 'it_owner'];
const governance = ['workspace_owner', 'governance_owner'];

/** Who may what, written down a second time. */
const expected: Record<(typeof capabilities)[number], readonly string[]> = {
  'workspace.create': ['visitor', 'system'],
  'account.recover': ['visitor', 'system'],
  'invitation.accept': ['visitor', 'system'],
  'rollout.read': all,
  'activity.read': all,
  'members.read': all,
  'token.own': all,
  'release.read': all,
  'members.write': ['workspace_owner'],
  'workspace.write': ['workspace_owner'],
  'example.remove': ['workspace_owner'],
  'decision.write': ['workspace_owner'],
  'owners.write': ['workspace_owner'],
  'setting.write': ['workspace_owner'],
  'access.write': ['workspace_owner'],
  'authentication.write': it,
  'configuration.approve': owners,
  'setting.confirm': it,
  'directory.write': it,
  'draft.write': it,
  'directory.import': ['system'],
  'console.confirm': it,
  'configuration.write': it,
  'client.write': ['workspace_owner', 'it_owner'],
  'client.record': ['system'],
  'receipt.write': it,
  'delivery.write': it,
  'egress.write': it,
  'egress.record': [...it, 'system'],
  'cloud.write': it,
  'wave.write': it,
  'finding.accept': governance,
  'governance.write': governance,
  'review.write': governance,
  'task.attest': owners,
  'check.write': owners,
  'wave.decide': owners,
  'step.sign': owners,
  'evidence.write': [...owners, 'contributor'],
};

describe('can', () => {
  const pairs = capabilities.flatMap((capability) => holders.map((appRole) => ({ capability, appRole })));

  test.each(pairs)('$appRole and $capability are as the house says', ({ capability, appRole }) => {
    expect(can({ appRole }, capability)).toBe(expected[capability].includes(appRole));
  });

  test('a delivery token fetches releases and sends receipts, as far as its member may, and nothing else', () => {
    const by = (appRole: (typeof holders)[number]) =>
      capabilities.filter((capability) => can({ appRole, scope: 'delivery' }, capability));

    expect(by('workspace_owner')).toEqual(['release.read', 'receipt.write']);
    expect(by('it_owner')).toEqual(['release.read', 'receipt.write']);
    expect(by('auditor')).toEqual(['release.read']);
    expect(by('visitor')).toEqual([]);
  });

  test('an auditor may write nothing but what is one’s own', () => {
    const writes = capabilities.filter((capability) => !/\.(read|export|own)$/.test(capability));

    expect(writes.filter((capability) => can({ appRole: 'auditor' }, capability))).toEqual([]);
  });
});
