import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certifyFiles } from '#lib/adapters/codex-client/certify-files';
import { newestClient } from '#lib/catalog/config-keys/client-spans';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { isOutOfLine } from '#lib/domain/certificates/certificate';
import { judgeAll } from '#lib/domain/certificates/judge';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { decisionsSchema, checkDecisions, type Decisions } from '#lib/domain/config/decisions';
import { approvalPolicies, sandboxModes, webSearchModes } from '#lib/domain/config/decision-values';
import { presetNames, presets } from '#lib/domain/config/presets';
import { renderValue } from '#lib/domain/config/render-toml';
import { withText, type ConfigDraft } from '#lib/domain/config-text/config-draft';
import { draftFindings, draftTexts } from '#lib/domain/config-text/draft-findings';
import { setKey } from '#lib/domain/config-text/set-key';
import { textValues } from '#lib/domain/config-text/text-values';
import { whyNot } from './client';
import { clientVersion, installClient } from './install';
import { askAll } from './reaction';

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;
const isFull = process.env.SLIPWAY_TEST_FULL === '1';
const policies = isFull ? 240 : 10;

/** Keys that can be set alone, by the file they are set in. */
const settable = (file: 'requirements.toml' | 'managed_config.toml'): ConfigKey[] =>
  keyCatalogue.keys.filter(
    ({ form, path, until, beside, aliasOf, effect }) =>
      form === (file === 'requirements.toml' ? 'requirements' : 'config') &&
      !/[[*]/.test(path) &&
      until === null &&
      aliasOf === null &&
      effect !== 'start_refused' &&
      Object.keys(beside).length === 0 &&
      !/^(config_server|profile|model_catalog_json|notify|experimental_|projects)/.test(path),
  );

const setting = (file: 'requirements.toml' | 'managed_config.toml') =>
  fc.constantFrom(...settable(file)).chain((key) =>
    fc.record({
      file: fc.constant(file),
      path: fc.constant(key.path.split('.')),
      toml: fc.constantFrom(...key.good.map(renderValue)),
    }),
  );

const decisions = fc
  .record({
    approval: fc.subarray([...approvalPolicies]).map((more) => ['on-request', ...more]),
    sandbox: fc.subarray([...sandboxModes]).map((more) => ['read-only', ...more]),
    webSearch: fc.subarray([...webSearchModes]),
    base: fc.constantFrom(...presetNames),
  })
  .map(({ base, ...chosen }) => decisionsSchema.parse({ ...presets[base], ...chosen }))
  .filter((some) => checkDecisions(some).ok);

type Setting = { file: 'requirements.toml' | 'managed_config.toml'; path: string[]; toml: string };

/** The draft of some decisions with some more keys set, as a person would set them one by one. */
function draftOf(decided: Decisions, settings: readonly Setting[]): ConfigDraft {
  let draft: ConfigDraft = { decisions: decided, login: null, byText: [], texts: {} };
  for (const { file, path, toml } of settings) {
    const edited = setKey(draftTexts(draft)[file], path, toml);
    if (edited.ok) draft = withText(draft, file, edited.value);
  }
  return draft;
}

const isClean = (draft: ConfigDraft) =>
  Object.values(draftFindings(draft, { oldestClient: newestClient, catalogue: keyCatalogue }))
    .flat()
    .every(({ severity }) => severity !== 'error');

const policy = fc
  .tuple(
    decisions,
    fc.array(fc.oneof(setting('requirements.toml'), setting('managed_config.toml')), {
      minLength: 2,
      maxLength: 7,
    }),
  )
  .map(([decided, settings]) => draftOf(decided, settings))
  .filter(isClean);

let worlds: string;
beforeAll(async () => {
  worlds = await mkdtemp(join(tmpdir(), 'slipway-policies-'));
});
afterAll(() => rm(worlds, { recursive: true, force: true }));

test('two independent parsers read every random policy alike', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(policy, (draft) => {
      for (const text of Object.values(draftTexts(draft))) expect(textValues(text)).toEqual(parse(text));
    }),
    { numRuns: isFull ? 500 : 50 },
  );
});

describe.skipIf(excuse !== null)(`a random policy without errors, put to ${client}`, () => {
  test(
    'is enforced as it is written: nothing is refused, replaced or ignored',
    { timeout: 600_000 },
    async () => {
      const drafts = fc.sample(policy, { numRuns: policies, seed: 20261126 });
      const found = await askAll(drafts, async (draft) => {
        const files = Object.entries(draftTexts(draft)).map(([path, text]) => ({ path, text }));
        const asked = await certifyFiles({ binary: await installClient(), worlds }, files);
        if (!asked.ok) throw new Error(asked.error.message);
        const judging = { client: clientVersion, newest: newestClient };
        return judgeAll(files, asked.value, judging, keyCatalogue)
          .filter(isOutOfLine)
          .map((one) => ({ ...one, text: files.map(({ text }) => text).join('\n---\n') }));
      });
      expect(found.flat()).toEqual([]);
    },
  );
});
