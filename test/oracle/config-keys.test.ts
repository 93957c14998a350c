import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import type { ConfigKey, Effect, Sample } from '#lib/domain/config-check/config-key';
import { clientRequired, whyNot, askClient } from './client';
import { askEffect } from './effects';
import { askAll, askReaction, type Reaction } from './reaction';
import { sampleFile } from './sample-document';

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;
if (excuse !== null) console.warn(`Skipped: what the real client makes of each key; ${excuse}`);

/** Every one of this many keys is asked about; the full count asks about each. */
const stride = process.env.SLIPWAY_TEST_FULL === '1' ? 1 : 20;
const limitMs = stride === 1 ? 15 * 60_000 : 90_000;

const living = keyCatalogue.keys.filter(({ until }) => until === null);
const chosen = living.filter((_, at) => at % stride === 0);

type Case = { key: ConfigKey; value: Sample };
const casesOf = (keys: readonly ConfigKey[], samples: 'good' | 'bad'): Case[] =>
  keys.flatMap((key) => key[samples].map((value) => ({ key, value })));

const ask = ({ key, value }: Case) => askReaction(filesOf(key, sampleFile(key, value)));
const filesOf = ({ form }: ConfigKey, text: string) =>
  form === 'requirements' ? { requirements: text } : { managedConfig: text };

const named = ({ key, value }: Case) => `${key.form}: ${key.path} = ${JSON.stringify(value)}`;

const reactionOf = ({ refused, warnings }: Reaction) =>
  refused !== null ? 'refused' : warnings.length > 0 ? 'warned' : 'silent';

/** What is said of the cases for which `fault` says anything. */
async function faultsOf(cases: readonly Case[], fault: (reaction: Reaction, one: Case) => string | null) {
  const told = await askAll(cases, async (one) => {
    const found = fault(await ask(one), one);
    return found === null ? null : `${named(one)}: ${found}`;
  });
  return told.filter((one) => one !== null);
}

test.runIf(clientRequired)('the real client can be asked of keys here, as REQUIRE_CODEX=1 demands', () => {
  expect(excuse, excuse ?? '').toBeNull();
});

describe.skipIf(excuse !== null)(`${client} and the catalogue of keys`, () => {
  test(
    'takes every good sample, ignores nothing of it, and shows what it is said to show',
    { timeout: limitMs },
    async () => {
      const faults = await faultsOf(casesOf(chosen, 'good'), (reaction, { key }) => {
        if (reaction.refused !== null) return reaction.refused;
        if (reaction.ignored.length > 0) return `ignores ${reaction.ignored.join()}`;
        const shown = key.form === 'requirements' ? reaction.requirements : reaction.config;
        return key.shown !== null && shown[key.shown] === undefined ? `does not show ${key.shown}` : null;
      });

      expect(faults).toEqual([]);
    },
  );

  test('does about every bad sample what it is said to do', { timeout: limitMs }, async () => {
    const faults = await faultsOf(casesOf(chosen, 'bad'), (reaction, { key }) =>
      reactionOf(reaction) === key.onBad ? null : `${reactionOf(reaction)}, not ${key.onBad}`,
    );

    expect(faults).toEqual([]);
  });

  test(
    'does about an unknown key in each table what the table is said to do',
    { timeout: limitMs },
    async () => {
      const tables = living.filter(({ onUnknown, good }) => onUnknown !== null && good.length > 0);
      const cases = tables
        .filter((_, at) => at % Math.ceil(stride / 4) === 0)
        .flatMap((key) => strangers(key).map((value) => ({ key, value })));
      const faults = await faultsOf(cases, (reaction, { key }) => {
        const isNamed = reaction.ignored.some((path) => path.includes('unheard_of'));
        const found = reaction.refused !== null ? 'refused' : isNamed ? 'warned' : 'silent';
        return found === key.onUnknown ? null : `${found}, not ${key.onUnknown}`;
      });

      expect(faults).toEqual([]);
    },
  );

  test('heeds by its effect what it does not show', { timeout: limitMs }, async () => {
    const effects = [...new Set(living.map(({ effect }) => effect))].filter((effect) => effect !== null);
    const seen = await askAll(effects, async (effect): Promise<[Effect, boolean]> => [
      effect,
      await askEffect(effect),
    ]);

    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(effects.map((effect) => [effect, true])));
  });

  test('ignores a key that it is said to know no longer', { timeout: limitMs }, async () => {
    const retired = keyCatalogue.keys.filter(({ until }) => until !== null);
    const faults = await faultsOf(casesOf(retired, 'good'), ({ refused, warnings }, { key }) =>
      warnings.join('\n').includes(`\`${key.path}\` is ignored`) ? null : (refused ?? 'takes it'),
    );

    expect(retired.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });

  test('knows every further path, so that none passes for a typing error', { timeout: limitMs }, async () => {
    const paths = keyCatalogue.furtherConfigKeys.filter((path) => !/[*[]/.test(path));
    const some = paths.filter((_, at) => at % stride === 0);
    const ignored = await askAll(some, async (path) => {
      const reaction = await askReaction({
        managedConfig: `${path} = { unheard_of = { unheard_of = 1 } }\n`,
      });
      return reaction.ignored.includes(path) ? path : null;
    });

    expect(ignored.filter((path) => path !== null)).toEqual([]);
  });

  test('knows every feature of today, and takes an older name for the one of today', async () => {
    const today = keyCatalogue.features.filter(({ until, now }) => until === null && now === null);
    const older = keyCatalogue.features.filter(({ now }) => now !== null);
    const lines = [...today, ...older].map(({ name }) => `"${name}" = false\n`);
    const { refused, warnings } = await askReaction({ requirements: `[features]\n${lines.join('')}` });
    const gone = await askReaction({ requirements: '[features]\nauto_compaction = false\n' });

    expect(refused).toBeNull();
    expect(warnings.join('\n')).not.toContain('Ignoring unknown');
    for (const { name, now } of older) {
      expect(warnings.join('\n')).toContain(
        `\`${name}\` from /etc/codex/requirements.toml; prefer canonical feature key \`${now}\``,
      );
    }
    expect(gone.warnings.join()).toContain('Ignoring unknown `features` requirement `auto_compaction`');
  });

  test('looks at the command of an identity that names an address as well', async () => {
    const identity = 'identity = { command = "docs-server", url = "https://docs.example/mcp" }';
    const { mcpServers } = await askClient({
      requirements: `[mcp_servers.docs]\n${identity}\n[mcp_servers.wiki]\n${identity}\n`,
      userConfig:
        '[mcp_servers.docs]\ncommand = "docs-server"\n[mcp_servers.wiki]\nurl = "https://docs.example/mcp"\n',
    });

    expect(mcpServers.map(({ name, enabled }) => [name, enabled])).toEqual([
      ['docs', true],
      ['wiki', false],
    ]);
  });
});

/** A good sample of a table with one more key, or the first of a list of tables with one. */
function strangers({ good }: ConfigKey): Sample[] {
  const tables = good.filter((value) => typeof value === 'object').slice(0, 1);
  return tables.map((value) =>
    Array.isArray(value) ? [{ ...value[0], unheard_of: 1 }] : { ...(value as object), unheard_of: 1 },
  );
}
