import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { askedFiles } from './asked-files';
import { verdictOf } from './certificate';
import type { ClientAnswer } from './client-answer';
import { judgeAll } from './judge';

const base = { path: 'requirements.toml', text: 'allow_remote_control = false\n' };
const managed = { path: 'managed_config.toml', text: '' };
const first = {
  path: 'policies/01-first.toml',
  text: '# Policy 1: "First"\n\nallow_remote_control = false\n',
};
const second = { path: 'policies/02-second.toml', text: '\n\nallow_remote_control = false\n' };

const answer = (remote: boolean | null): ClientAnswer => ({
  ...{ refusal: null, warnings: [], ignored: [], requirements: { allowRemoteControl: remote }, config: {} },
  ...{ plain: null, asking: null, mcpServers: [], profiles: [], skills: null },
});
const judging = { client: '0.169.0', newest: '0.169.0' };

describe('a version with policies', () => {
  test('is asked about once as it is laid down and once for each policy in the place of the requirements', () => {
    expect(askedFiles([base, managed, first, second])).toEqual([
      { policy: null, files: [base, managed] },
      { policy: first.path, files: [{ path: base.path, text: first.text }, managed] },
      { policy: second.path, files: [{ path: base.path, text: second.text }, managed] },
    ]);
    expect(askedFiles([base])).toEqual([{ policy: null, files: [base] }]);
  });

  test('is green only where every policy is, and each result names its policy and line', () => {
    const files = [base, managed, first, second];
    const good = judgeAll(files, [answer(false), answer(false), answer(false)], judging, keyCatalogue);
    const bad = judgeAll(files, [answer(false), answer(false), answer(true)], judging, keyCatalogue);

    expect(good.map(({ file, line }) => [file, line])).toEqual([
      [base.path, 1],
      [first.path, 3],
      [second.path, 3],
    ]);
    expect([verdictOf(good), verdictOf(bad)]).toEqual(['as_intended', 'differs']);
    expect(bad.at(-1)).toMatchObject({ file: second.path, outcome: 'replaced' });
    expect(() => judgeAll(files, [answer(false)], judging, keyCatalogue)).toThrow(first.path);
  });

  test('what clients drop from the cloud is ignored in a policy, though a file of the same text holds it', () => {
    const text = 'allowed_login_methods = ["chatgpt"]\n';
    const takes = { ...answer(null), requirements: { allowedLoginMethods: ['chatgpt'] } };
    const files = [
      { ...base, text },
      { ...first, text },
    ];

    expect(judgeAll(files, [takes, takes], judging, keyCatalogue)).toMatchObject([
      { file: base.path, outcome: 'as_intended' },
      { file: first.path, outcome: 'ignored', message: expect.stringContaining('documentation') },
    ]);
  });
});
