import { describe, expect, test } from 'vitest';
import { laidFiles } from '#lib/domain/bundles/bundle';
import { isVersionFile } from '#lib/domain/certificates/version-zip';
import type { Policy } from './policy';
import { isPolicyPath, keptPolicies, policyFiles, withoutPolicyHeader } from './policy-files';

const meta = { workspace: { name: 'Acme', slug: 'acme' }, changedAt: null };
const sha256 = (text: string) => `sum of ${String(text.length)}`;
const policy = (name: string, more: Partial<Policy> = {}): Policy => ({
  ...{ id: `id of ${name}`, name, groupIds: [], text: '', version: 1 },
  ...more,
});
const pathsOf = (...names: string[]) =>
  policyFiles(
    names.map((name) => policy(name)),
    meta,
    sha256,
  ).map(({ path }) => path);

describe('policies as files of a version', () => {
  test('have safe paths in their order, each its own, whatever they are called', () => {
    const paths = pathsOf('Platform Team', 'ΑΘΗΝΑ', '../../etc', 'a b', 'a-b', 'x'.repeat(100));

    expect(paths).toEqual([
      'policies/01-platform-team.toml',
      'policies/02-policy.toml',
      'policies/03-etc.toml',
      'policies/04-a-b.toml',
      'policies/05-a-b.toml',
      `policies/06-${'x'.repeat(40)}.toml`,
    ]);
    expect(paths.every((path) => isPolicyPath(path) && isVersionFile(path))).toBe(true);
  });

  test('say whom they are for and where they stand, on lines of comments alone', () => {
    const [file] = policyFiles(
      [policy('Platform', { groupIds: ['g1', 'two\nlines'], text: '# ours\na = 1\n' })],
      meta,
      sha256,
    );

    expect(file?.text.split('\n')).toEqual([
      '# policies/01-platform.toml, written by Slipway',
      '# Workspace: Acme (acme)',
      '# Policy 1: "Platform"',
      '# Id: id of Platform',
      '# For the group: "g1"',
      '# For the group: "two\\nlines"',
      '# The first policy that names a group of a person counts alone: nothing is merged.',
      "# It belongs into the vendor's console and is laid onto no machine.",
      '# SHA-256 of the bytes after the first empty line: sum of 13',
      "# Check it with: sed '1,/^$/d' 01-platform.toml | sha256sum",
      '',
      '# ours',
      'a = 1',
      '',
    ]);
  });

  test('are read back as they were, with names and groups that hold anything', () => {
    const policies = [
      policy('“Ops” \u200e\u{e0001}', { groupIds: ['a"b', '\u202eevil\u2028', 'c'], text: '\n\nb = 2' }),
      policy('Second'),
    ];

    expect(keptPolicies(policyFiles(policies, meta, sha256))).toMatchObject(
      policies.map(({ id, name, groupIds, text }, at) => ({ id, name, groupIds, text, number: at + 1 })),
    );
  });

  test('of versions that were kept before are none, and none is laid onto a machine', () => {
    const files = [
      { path: 'requirements.toml', text: '' },
      { path: 'rules/policies.rules', text: '' },
    ];
    const withPolicy = [...files, ...policyFiles([policy('A')], meta, sha256)];

    expect(keptPolicies(files)).toEqual([]);
    expect(laidFiles({ files: withPolicy }, sha256).map(({ path }) => path)).toEqual(
      files.map(({ path }) => path),
    );
  });

  test('lose their header when they are pasted back, also with the line ends of Windows', () => {
    const text = '# ours\n\na = 1\n';
    const [file] = policyFiles([policy('A', { text })], meta, sha256);

    expect(withoutPolicyHeader(file?.text ?? '')).toBe(text);
    expect(withoutPolicyHeader(file?.text.replaceAll('\n', '\r\n') ?? '')).toBe(text);
    expect(withoutPolicyHeader(text)).toBe(text);
  });
});
