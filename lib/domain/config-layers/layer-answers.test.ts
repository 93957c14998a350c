import { describe, expect, test } from 'vitest';
import { keyCatalogue } from '#lib/catalog/config-keys/key-catalogue';
import { textValues } from '#lib/domain/config-text/text-values';
import { keyFactsIn } from './key-facts';
import { answerFor, outcomeOf } from './layer-answers';
import { textLayers, type Machine, type TextLayer } from './layer';
import { localOnlyRequirements } from './requirements-in-force';

const factsOf = keyFactsIn(keyCatalogue);

type Texts = Partial<Record<TextLayer, string>>;

const machine = (texts: Texts, at: Partial<Omit<Machine, 'values'>> = {}): Machine => ({
  ...{ system: 'linux', era: 'since', trusted: true, ...at },
  values: Object.fromEntries(Object.entries(texts).map(([layer, text]) => [layer, textValues(text) ?? {}])),
});

const config = (path: string, of: Machine) =>
  answerFor({ form: 'config', path: path.split('.') }, of, factsOf);
const requirement = (path: string, of: Machine) =>
  answerFor({ form: 'requirements', path: path.split('.') }, of, factsOf);

const approvals = (value: string) => `allowed_approval_policies = ["${value}"]\n`;

describe('requirements', () => {
  const three: Texts = {
    cloud_policy: approvals('on-request'),
    mdm_requirements: approvals('untrusted'),
    requirements: approvals('never'),
  };

  test('came from the cloud first until 2 June 2026, and come from MDM first since', () => {
    const answer = (era: Machine['era']) =>
      requirement('allowed_approval_policies', machine(three, { system: 'macos', era }));

    expect(answer('before')).toMatchObject({ value: ['on-request'], layers: ['cloud_policy'] });
    expect(answer('before').beaten.map(({ layer }) => layer)).toEqual(['mdm_requirements', 'requirements']);
    expect(answer('since')).toMatchObject({ value: ['untrusted'], layers: ['mdm_requirements'] });
    expect(answer('since').beaten.map(({ layer }) => layer)).toEqual(['cloud_policy', 'requirements']);
  });

  test('of MDM reach macOS alone', () => {
    expect(requirement('allowed_approval_policies', machine(three))).toMatchObject({
      layers: ['cloud_policy'],
    });
    expect(requirement('allowed_approval_policies', machine(three, { system: 'windows' }))).toMatchObject({
      layers: ['cloud_policy'],
    });
  });

  test('in tables are merged key by key since 2 June 2026, and were taken whole before', () => {
    const texts = {
      cloud_policy: '[mcp_servers.docs.identity]\ncommand = "docs"\n',
      requirements: '[mcp_servers.wiki.identity]\ncommand = "wiki"\n',
    };
    const names = (era: Machine['era']) =>
      outcomeOf(machine(texts, { era }), factsOf).answers.flatMap(({ form, path: [, name] }) =>
        form === 'requirements' ? [name] : [],
      );

    expect(names('since')).toEqual(['wiki', 'docs']);
    expect(names('before')).toEqual(['docs']);
  });

  test('add up where that is the rule: prefix rules, files not to be read, and apps that are off', () => {
    const both = machine({
      cloud_policy:
        '[rules]\nprefix_rules = [{ pattern = [{ token = "rm" }], decision = "prompt" }]\n[permissions.filesystem]\ndeny_read = ["/a", "/b"]\n[apps.mail]\nenabled = true\n',
      requirements:
        '[rules]\nprefix_rules = [{ pattern = [{ token = "git" }], decision = "prompt" }]\n[permissions.filesystem]\ndeny_read = ["/b", "/c"]\n[apps.mail]\nenabled = false\n',
    });

    expect(requirement('rules.prefix_rules', both).value).toHaveLength(2);
    expect(requirement('rules.prefix_rules', both).layers).toEqual(['requirements', 'cloud_policy']);
    expect(requirement('permissions.filesystem.deny_read', both).value).toEqual(['/b', '/c', '/a']);
    expect(requirement('apps.mail.enabled', both)).toMatchObject({
      value: false,
      layers: ['requirements'],
      beaten: [{ layer: 'cloud_policy', value: true }],
    });
  });

  test('on signing in count for nothing in a policy from the cloud', () => {
    const both = machine({
      cloud_policy: 'allowed_login_methods = ["api"]\n',
      requirements: 'allowed_login_methods = ["chatgpt"]\n',
    });

    expect(requirement('allowed_login_methods', both)).toMatchObject({ value: ['chatgpt'], beaten: [] });
    const local = keyCatalogue.keys.filter(({ localOnly }) => localOnly).map(({ path }) => path);
    expect([...localOnlyRequirements].sort()).toEqual(local.sort());
  });

  test('out of managed_config.toml outrank the others since 2 June 2026, and lost to them before', () => {
    const texts = {
      cloud_policy: approvals('on-request'),
      requirements: approvals('on-request'),
      managed_config: 'approval_policy = "never"\n',
    };

    expect(config('approval_policy', machine(texts))).toMatchObject({
      value: 'never',
      layers: ['managed_config'],
      wanted: null,
    });
    expect(config('approval_policy', machine(texts, { era: 'before' }))).toMatchObject({
      value: 'on-request',
      layers: ['cloud_policy'],
      wanted: { layer: 'managed_config', value: 'never' },
    });
  });
});

describe('starting values', () => {
  test('come from MDM, managed_config.toml, the repository, the developer, the system, in this order', () => {
    const order = ['mdm_config', 'managed_config', 'project', 'user', 'system_config'] as const;
    const texts = (layers: readonly TextLayer[]) =>
      Object.fromEntries(layers.map((layer) => [layer, `model = "${layer}"\n`]));

    order.forEach((layer, at) => {
      const answer = config('model', machine(texts(order.slice(at)), { system: 'macos' }));
      expect(answer).toMatchObject({ value: layer, layers: [layer] });
      expect(answer.beaten.map((one) => one.layer)).toEqual(order.slice(at + 1));
    });
  });

  test('of a repository count only where the developer trusts its folder', () => {
    const texts = { project: 'model = "theirs"\n', user: 'model = "mine"\n' };

    expect(config('model', machine(texts)).value).toBe('theirs');
    expect(config('model', machine(texts, { trusted: false })).value).toBe('mine');
    expect(config('sandbox_mode', machine({})).value).toBe('workspace-write');
    expect(config('sandbox_mode', machine({}, { trusted: false })).value).toBe('read-only');
  });

  test('that later clients take from no repository are marked for those before', () => {
    const texts = { project: 'notify = ["theirs"]\n', user: 'notify = ["mine"]\n' };

    expect(config('notify', machine(texts))).toMatchObject({ value: ['mine'], notes: [] });
    expect(config('notify', machine(texts, { era: 'before' }))).toMatchObject({
      value: ['theirs'],
      notes: ['later_clients_skip'],
    });
  });

  test('are what Codex comes with where no file says otherwise, and nothing where nobody knows', () => {
    expect(config('history.persistence', machine({}))).toMatchObject({
      value: 'save-all',
      layers: ['built_in'],
      known: 'documentation',
    });
    expect(config('review_model', machine({}))).toMatchObject({ value: undefined, layers: [] });
  });

  test('give way to a requirement of the same name and to a pinned feature', () => {
    const texts = {
      requirements: 'allow_login_shell = false\n[features]\nmemories = false\n',
      user: 'allow_login_shell = true\n[features]\nmemories = true\n',
    };

    for (const key of ['allow_login_shell', 'features.memories']) {
      expect(config(key, machine(texts))).toMatchObject({
        value: false,
        layers: ['requirements'],
        wanted: { layer: 'user', value: true },
      });
    }
  });

  test('switch off a server that is not listed by name and identity', () => {
    const texts = {
      requirements:
        '[mcp_servers.docs.identity]\ncommand = "docs"\n[mcp_servers.wiki.identity]\nurl = { match = "prefix", value = "https://wiki.example/" }\n',
      user: '[mcp_servers.docs]\ncommand = "npx"\n[mcp_servers.wiki]\nurl = "https://wiki.example/mcp"\n[mcp_servers.own]\ncommand = "own"\n',
    };

    for (const name of ['docs', 'own']) {
      expect(config(`mcp_servers.${name}.enabled`, machine(texts))).toMatchObject({
        value: false,
        layers: ['requirements'],
        notes: ['server_not_allowed'],
      });
    }
    expect(config('mcp_servers.wiki.enabled', machine(texts))).toMatchObject({ value: true, notes: [] });
  });
});

describe('an answer says how it is known', () => {
  const texts = { requirements: approvals('on-request'), user: 'approval_policy = "never"\n' };

  test('by the real client for files on Linux and clients of today', () => {
    expect(config('approval_policy', machine(texts)).known).toBe('client');
    expect(requirement('allowed_approval_policies', machine(texts)).known).toBe('client');
  });

  test.for<[string, Machine]>([
    ['another system', machine(texts, { system: 'windows' })],
    ['an older client', machine(texts, { era: 'before' })],
    ['a policy from the cloud', machine({ ...texts, cloud_policy: approvals('untrusted') })],
    ['permission profiles', machine({ user: 'default_permissions = ":workspace"\n' })],
  ])('by documentation for %s', ([, of]) => {
    const key =
      of.values.user && 'default_permissions' in of.values.user ? 'sandbox_mode' : 'approval_policy';
    expect(config(key, of).known).toBe('documentation');
  });
});

test('every layer counts for something', () => {
  for (const layer of textLayers) {
    const texts = { [layer]: 'approval_policy = "never"\nallowed_approval_policies = ["never"]\n' };
    const { answers } = outcomeOf(machine(texts, { system: 'macos' }), factsOf);
    expect(
      answers.some(({ layers }) => layers.includes(layer)),
      layer,
    ).toBe(true);
  }
});
