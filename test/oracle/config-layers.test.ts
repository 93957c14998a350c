import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { keyFactsIn } from '#lib/domain/config-layers/key-facts';
import type { Answer } from '#lib/domain/config-layers/layer';
import { outcomeOf, type Outcome } from '#lib/domain/config-layers/layer-answers';
import { sameValue } from '#lib/domain/config-text/compare-values';
import { valueAt } from '#lib/domain/config-text/text-values';
import { randomOf } from '#test/random';
import { askClient, clientRequired, whyNot } from './client';
import { askLayers, filesOf, machineOf, type Laid, type Told } from './layers-client';
import { randomLayers } from './random-layers';

const excuse = await whyNot();
const client = excuse === null ? 'the real client' : `the real client (skipped: ${excuse})`;
if (excuse !== null) console.warn(`Skipped: where values come from; ${excuse}`);

const rounds = process.env.SLIPWAY_TEST_FULL === '1' ? 400 : 16;

const factsOf = keyFactsIn(keyCatalogue);

/** What differs, in words. */
type Differ = (what: string, ours: unknown, theirs: unknown) => void;

type ByName = ReadonlyMap<string, Answer>;

/** Where the pure function and the client differ, in words. */
function differences({ answers: all }: Outcome, told: Told): string[] {
  const said: string[] = [];
  const differ: Differ = (what, ours, theirs) => {
    if (!sameValue(ours, theirs)) {
      said.push(`${what}: here ${JSON.stringify(ours)}, client ${JSON.stringify(theirs)}`);
    }
  };
  const starting = all.filter(({ form }) => form === 'config');
  const answers: ByName = new Map(starting.map((answer) => [answer.path.join('.'), answer]));
  for (const [key, layer] of told.origins) compareOrigin(answers, { key, layer }, differ);
  for (const [key, value] of Object.entries(told.enforced)) {
    differ(`enforced ${key}`, answers.get(key)?.value, value);
  }
  for (const answer of starting) compareValue(answer, told, differ);
  for (const answer of all) if (answer.form === 'requirements') compareRequirement(answer, told, differ);
  return said;
}

/** The client names an origin for each entry of a list, also for those a shorter list has covered. */
const entryOfList = /^(.*)\.(\d+)$/;

function compareOrigin(
  answers: ByName,
  { key, layer }: { key: string; layer: string },
  differ: Differ,
): void {
  const [, name = key, place = '0'] = entryOfList.exec(key) ?? [];
  if (key.startsWith('projects.') || layer === 'sessionFlags' || place !== '0') return;
  const [top = ''] = name.split('.');
  const answer = answers.get(name) ?? answers.get(top);
  differ(`layer of ${name}`, answer && askedFrom(answer), layer);
}

/** The client's origins tell what was asked for, also where a requirement replaced it. */
const askedFrom = ({ wanted, layers }: Answer) => (wanted ? wanted.layer : layers[0]);

/** Lists of allowed values, by the names under which the client tells them. */
const shownLists = {
  allowed_approval_policies: 'allowedApprovalPolicies',
  allowed_sandbox_modes: 'allowedSandboxModes',
  allowed_approvals_reviewers: 'allowedApprovalsReviewers',
} as const;

function compareRequirement({ path, value }: Answer, { requirements }: Told, differ: Differ): void {
  const [key = '', feature] = path;
  if (Object.hasOwn(shownLists, key)) {
    const shown = requirements[shownLists[key as keyof typeof shownLists]];
    differ(
      `requirement ${key}`,
      JSON.stringify(value).replaceAll('on-failure', 'on-request'),
      JSON.stringify(shown),
    );
  }
  if (key === 'features')
    differ(path.join('.'), value, valueAt(requirements.featureRequirements, [feature ?? '']));
}

function compareValue({ path, value, wanted }: Answer, { config, enforced }: Told, differ: Differ): void {
  const key = path.join('.');
  const held = valueAt(config, path);
  if (Object.hasOwn(enforced, key) || (held ?? null) === null || sameValue(value, {})) return;
  // The list of servers shows what was asked for; which of them are switched off is asked elsewhere.
  differ(`value of ${key}`, path[0] === 'mcp_servers' ? (wanted?.value ?? value) : value, held);
}

/** What differs between the pure function and the client for these files. */
async function compared(laid: Laid): Promise<{ differing: string[]; isRefused: boolean }> {
  const outcome = outcomeOf(machineOf(laid), factsOf);
  const told = await askLayers(laid);
  if (told.refused !== null) {
    return {
      isRefused: true,
      differing: outcome.refusal === null ? [`the client refuses: ${told.refused}`] : [],
    };
  }
  const refused = outcome.refusal === null ? [] : [`refused here: ${outcome.refusal}`];
  return { isRefused: false, differing: [...refused, ...differences(outcome, told)] };
}

const full = 'sandbox_mode = "danger-full-access"\n';

const granular = (skills: boolean) =>
  `{ granular = { sandbox_approval = true, rules = true, skill_approval = ${String(skills)}, request_permissions = false, mcp_elicitations = true } }`;

/** Cases that chance seldom makes. */
const corners: Readonly<Record<string, Laid>> = {
  'no file at all': {},
  'a trusted repository without keys': { project: '' },
  'full access searches live, whatever was asked for': { user: `${full}web_search = "cached"\n` },
  'full access keeps a search that is switched off': { user: `${full}web_search = "disabled"\n` },
  'full access keeps a search of the index': { user: `${full}web_search = "indexed"\n` },
  'full access searches no wider than allowed': {
    user: full,
    requirements: 'allowed_web_search_modes = ["indexed", "cached"]\n',
  },
  'full access falls back among what is allowed': {
    user: full,
    requirements: 'allowed_web_search_modes = ["indexed"]\n',
  },
  'full access leaves what a search that is not allowed falls back to': {
    user: `${full}web_search = "cached"\n`,
    requirements: 'allowed_web_search_modes = ["live", "indexed"]\n',
  },
  'full access that asks for no search falls back alike': {
    user: full,
    requirements: 'allowed_web_search_modes = ["live", "indexed"]\n',
  },
  'full access searches live where both are allowed': {
    user: full,
    requirements: 'allowed_web_search_modes = ["cached", "live"]\n',
  },
  'files that may not be read take full access away': {
    user: full,
    requirements: 'permissions.filesystem.deny_read = ["/srv/secret"]\n',
  },
  'files that may not be read take full access away where it is allowed': {
    user: full,
    requirements:
      'allowed_sandbox_modes = ["read-only", "danger-full-access"]\npermissions.filesystem.deny_read = ["/srv/secret"]\n',
  },
  'files that may not be read leave workspace-write': {
    user: 'sandbox_mode = "workspace-write"\n',
    requirements: 'permissions.filesystem.deny_read = ["/srv/secret"]\n',
  },
  'the three keys of managed_config.toml outrank requirements': {
    requirements:
      'allowed_approval_policies = ["on-request"]\nallowed_sandbox_modes = ["read-only"]\nallowed_approvals_reviewers = ["user"]\n',
    managed_config:
      'approval_policy = "never"\nsandbox_mode = "workspace-write"\napprovals_reviewer = "auto_review"\n',
  },
  'no questions without full access start no thread': {
    requirements: 'allowed_sandbox_modes = ["read-only", "workspace-write"]\n',
    user: `${full}approval_policy = "never"\n`,
  },
  'granular approvals are compared field by field': {
    requirements: `allowed_approval_policies = ["on-request", ${granular(true)}]\n`,
    user: `approval_policy = ${granular(false)}\n`,
  },
  'granular approvals without their later fields have them off': {
    requirements: `allowed_approval_policies = ["on-request", ${granular(false)}]\n`,
    user: 'approval_policy = { granular = { sandbox_approval = true, rules = true, mcp_elicitations = true } }\n',
  },
  'a repository sets no provider, no telemetry and no program to notify': {
    project: 'notify = ["one"]\n[otel]\nenvironment = "there"\n[features]\nrespect_system_proxy = true\n',
    user: '[otel]\nenvironment = "mine"\n',
  },
};

describe(`layers against ${client}`, () => {
  test.runIf(excuse === null)(
    `${String(rounds)} random sets of files: every value, and the layer it comes from, is the client’s own`,
    async () => {
      const random = randomOf(20261126);
      const wrong: unknown[] = [];
      let refusals = 0;
      for (let round = 0; round < rounds; round += 1) {
        const laid = randomLayers(random);
        const { differing, isRefused } = await compared(laid);
        if (isRefused) refusals += 1;
        if (differing.length > 0) wrong.push({ laid, differing });
      }
      expect(wrong).toEqual([]);
      expect(refusals).toBeLessThan(rounds / 2);
    },
    rounds * 20_000,
  );

  test.runIf(excuse === null).for(Object.entries(corners))('%s', async ([, laid]) => {
    expect((await compared(laid)).differing).toEqual([]);
  });

  test.runIf(excuse === null)(
    'servers that requirements do not list are the ones it switches off',
    async () => {
      const laid = {
        requirements:
          '[mcp_servers.docs.identity]\ncommand = "docs"\n[mcp_servers.wiki.identity]\nurl = { match = "prefix", value = "https://wiki.example/" }\n[mcp_servers.tool.identity]\ncommand = { executable = "npx", args = [{ match = "exact", value = "-y" }, { match = "prefix", value = "tool@" }] }\n[mcp_servers.bare.identity]\ncommand = { executable = "npx", args = [] }\n',
        user: '[mcp_servers.docs]\ncommand = "other"\n[mcp_servers.wiki]\nurl = "https://wiki.example/mcp"\n[mcp_servers.own]\ncommand = "own"\n[mcp_servers.tool]\ncommand = "npx"\nargs = ["-y", "tool@1"]\n[mcp_servers.bare]\ncommand = "npx"\nargs = ["-y"]\n',
      };
      const { answers } = outcomeOf(machineOf(laid), factsOf);
      const { mcpServers } = await askClient(filesOf(laid));

      const off = answers.filter(({ notes }) => notes.includes('server_not_allowed'));
      expect(off.map(({ path }) => path[1]).sort()).toEqual(
        mcpServers.flatMap(({ name, enabled }) => (enabled ? [] : [name])).sort(),
      );
      expect(off.length).toBeGreaterThan(1);
    },
  );

  test('is there, where it has to be', () => {
    expect(clientRequired && excuse).toBeFalsy();
  });
});
