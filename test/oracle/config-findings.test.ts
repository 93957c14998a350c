import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { checkConfig } from '#lib/domain/config-check/check-config';
import type { ConfigKey, Sample } from '#lib/domain/config-check/config-key';
import type { Finding } from '#lib/domain/config-check/finding';
import { stepsOf } from '#lib/domain/config-check/key-path';
import { brokenTexts } from '#test/broken-texts';
import { randomOf } from '#test/random';
import { whyNot } from './client';
import { clientVersion } from './install';
import { askAll, askReaction, type Reaction } from './reaction';
import { sampleFile, sampleSteps } from './sample-document';

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;
if (excuse !== null) console.warn(`Skipped: findings beside the real client; ${excuse}`);

const isFull = process.env.SLIPWAY_TEST_FULL === '1';
const most = isFull ? Infinity : 30;
const limitMs = isFull ? 15 * 60_000 : 90_000;
const random = randomOf(169);

const living = keyCatalogue.keys.filter(({ until, good }) => until === null && good.length > 0);
const someOf = <T>(cards: readonly T[]) => random.shuffled(cards).slice(0, most);

/** `lines` are those that may be blamed: of the key, and of what is wrong inside its value. */
type Fault = { key: ConfigKey; what: string; text: string; lines: readonly number[] };

const fileOf = ({ form }: ConfigKey) =>
  form === 'requirements' ? ('requirements.toml' as const) : ('managed_config.toml' as const);

/** The lines on which a name is given a value or ends a header; else the first header it stands in. */
function linesOf(text: string, name: string): number[] {
  const lefts = text.split('\n').map((line) => stepsOf(line.replace(/^\[+|\]+$/g, '').split(' = ')[0] ?? ''));
  const found = lefts.flatMap((parts, at) => (parts.at(-1) === name ? [at + 1] : []));
  const first = lefts.findIndex((parts) => parts.includes(name)) + 1;
  return found.length > 0 ? found : [first];
}

/** The key's first good sample under a name with one letter too few; none for names that are free. */
function typo(key: ConfigKey): Fault[] {
  const name = stepsOf(key.path).at(-1) ?? '';
  const value = key.good[0];
  if (name === '*' || name.length < 4 || value === undefined) return [];
  const at = 1 + random.below(name.length - 2);
  const misspelt = `${name.slice(0, at)}${name.slice(at + 1)}`;
  const path = key.path.replace(new RegExp(`${name.replaceAll('.', '\\.')}("?)$`), `${misspelt}$1`);
  const text = sampleFile({ ...key, path }, value);
  return [{ key, what: `typo ${misspelt}`, text, lines: linesOf(text, misspelt) }];
}

/** The key with a bad sample. */
const wrong = (key: ConfigKey): Fault[] =>
  key.bad.map((value) => {
    const text = sampleFile(key, value);
    const lines = namesIn(key, value).flatMap((name) => linesOf(text, name));
    return { key, what: `wrong ${JSON.stringify(value)}`, text, lines };
  });

/** The names on the lines of a value: its key, and those inside it. */
function namesIn(key: ConfigKey, value: Sample): string[] {
  const own = sampleSteps(key).filter((step) => step !== '[]');
  const inner: Sample | undefined = Array.isArray(value) ? value[0] : value;
  return [...own.slice(-1), ...(typeof inner === 'object' ? Object.keys(inner) : [])];
}

const errorsIn = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error');
const check = ({ key, text }: Pick<Fault, 'key' | 'text'>) =>
  errorsIn(checkConfig({ file: fileOf(key), text, oldestClient: clientVersion }, keyCatalogue));
const ask = ({ key, text }: Pick<Fault, 'key' | 'text'>) =>
  askReaction(key.form === 'requirements' ? { requirements: text } : { managedConfig: text });

const minds = ({ refused, ignored }: Reaction) => refused !== null || ignored.length > 0;

/** What is wrong with our errors for faults that the client minds. */
async function missed(faults: readonly Fault[]): Promise<string[]> {
  const told = await askAll(faults, async (fault) => {
    const reaction = await ask(fault);
    const lines = check(fault).map(({ line }) => line);
    if (!minds(reaction) || fault.lines.some((line) => lines.includes(line))) return null;
    const said = reaction.refused ?? reaction.ignored.join();
    return `${fault.key.form} ${fault.key.path}, ${fault.what}: errors on ${lines.join()}, not ${fault.lines.join()}; ${said.slice(0, 200)}`;
  });
  return told.filter((one) => one !== null);
}

describe.skipIf(excuse !== null)(`${client} and our findings`, () => {
  test(
    'a misspelt key is an error on its line wherever the client minds it',
    { timeout: limitMs },
    async () => {
      const faults = someOf(living.flatMap(typo));

      expect(faults.length).toBeGreaterThan(20);
      expect(await missed(faults)).toEqual([]);
    },
  );

  test(
    'a wrong value is an error on its line wherever the client minds it',
    { timeout: limitMs },
    async () => {
      const faults = someOf(living.flatMap(wrong));

      expect(faults.length).toBeGreaterThan(20);
      expect(await missed(faults)).toEqual([]);
    },
  );

  test('what the client takes as it is meant is no error', { timeout: limitMs }, async () => {
    const samples = living.flatMap((key) => key.good.map((value) => ({ key, text: sampleFile(key, value) })));
    const told = await askAll(someOf(samples), async (sample) =>
      check(sample).length > 0 && !minds(await ask(sample)) ? `${sample.key.path}: ${sample.text}` : null,
    );

    expect(told.filter((one) => one !== null)).toEqual([]);
  });

  test.each([
    ['no TOML', 'requirements.toml', 'a = \n'],
    ['nested past its reach', 'requirements.toml', `a = ${'['.repeat(90)}${']'.repeat(90)}\n`],
    ['dotted past its reach', 'requirements.toml', `a${'.a'.repeat(90)} = 1\n`],
    [
      'a profile that is not allowed',
      'requirements.toml',
      'default_permissions = ":workspace"\n[allowed_permission_profiles]\n":read-only" = true\n',
    ],
    [
      'two names of the network',
      'requirements.toml',
      '[experimental_network]\nenabled = true\n[network_proxy]\nenabled = true\n',
    ],
    [
      'a list of hosts beside the map',
      'requirements.toml',
      '[network_proxy]\nallowed_domains = ["a.example"]\ndomains = { "b.example" = "allow" }\n',
    ],
    ['every host', 'requirements.toml', '[network_proxy]\nenabled = true\nallowed_domains = ["*"]\n'],
    ['a provider that nobody defines', 'managed_config.toml', 'model_provider = "acme"\n'],
    [
      'two ways to one server',
      'managed_config.toml',
      '[mcp_servers.docs]\ncommand = "a"\nurl = "https://docs.example"\n',
    ],
    [
      'nobody who may sign in',
      'requirements.toml',
      'allowed_login_methods = ["chatgpt"]\nallowed_chatgpt_workspaces = []\n',
    ],
    [
      'features under both names',
      'requirements.toml',
      '[features]\nmemories = true\n[feature_requirements]\nmemories = true\n',
    ],
  ] as const)('%s: the client refuses it, and so do we', async (_, file, text) => {
    const files = file === 'requirements.toml' ? { requirements: text } : { managedConfig: text };
    const { refused } = await askReaction(files);
    const errors = errorsIn(checkConfig({ file, text, oldestClient: clientVersion }, keyCatalogue));

    expect(refused).not.toBeNull();
    expect(errors).not.toEqual([]);
  });

  test('a text that is no TOML is refused at the line we name, or further down where we go back', async () => {
    const told = await askAll(brokenTexts, async ({ what, text, isEarlier }) => {
      const { refused } = await askReaction({ requirements: text });
      const theirs = Number(/line (\d+), column/.exec(refused ?? '')?.[1]);
      const [ours] = checkConfig(
        { file: 'requirements.toml', text, oldestClient: clientVersion },
        keyCatalogue,
      );
      const line = ours?.line ?? 0;
      const isRight = isEarlier ? line < theirs : line === theirs;
      return isRight ? null : `${what}: line ${String(line)} beside ${String(theirs)}; ${refused ?? 'taken'}`;
    });

    expect(told.filter((one) => one !== null)).toEqual([]);
  });

  test('what only TOML 1.1 allows is taken by the client and a warning here', async () => {
    const text = 'models = {\n  new_thread = { model = "gpt-6" },\n}\n';
    const findings = checkConfig(
      { file: 'requirements.toml', text, oldestClient: clientVersion },
      keyCatalogue,
    );

    expect((await askReaction({ requirements: text })).refused).toBeNull();
    expect(findings.map(({ id, severity, line }) => [id, severity, line])).toEqual([
      ['newer_toml', 'warning', 2],
    ]);
  });
});
