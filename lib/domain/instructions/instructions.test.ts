import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { presets } from '#lib/domain/config/presets';
import { nobodyYet } from '#lib/domain/owners/owner';
import { neverSetUp } from '#lib/domain/integrations/integration';
import { noRepositories } from '#lib/domain/repositories/repository-facts';
import { nothingStored, type RolloutFacts } from '#lib/domain/rollout/facts';
import { neverWritten } from '#lib/domain/settings/setting';
import { randomOf } from '#test/random';
import { instructionsMarkdown } from './instructions';
import { escapeMarkdown, renderMarkdown } from './render-markdown';

const factsOf = (more: Partial<RolloutFacts>): RolloutFacts => ({
  ...nothingStored,
  guide,
  now: new Date('2026-11-23T10:00:00Z'),
  digest: (text) => text,
  ...more,
});
const on = (...keys: string[]) =>
  new Map(keys.map((key) => [key, { ...neverWritten(key), wanted: true, version: 1 }]));
const local = { decision: { surfaces: 'local', version: 1 }, settings: on('codex.local') } as const;
const cloud = { decision: { surfaces: 'cloud', version: 1 }, settings: on('codex.cloud') } as const;

const headings = (markdown: string) => [...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title);

describe('instructions for end users', () => {
  test('say so while nothing is decided', () => {
    const markdown = instructionsMarkdown(factsOf({}));

    expect(markdown).toContain('It is not decided yet');
    expect(headings(markdown)).toEqual(['What you can use', 'Whom to ask']);
  });

  test('speak of the surfaces that were decided alone', () => {
    expect(headings(instructionsMarkdown(factsOf(local)))).toEqual([
      'What you can use',
      'Start on your own computer',
      'Whom to ask',
    ]);
    expect(headings(instructionsMarkdown(factsOf(cloud)))).toEqual([
      'What you can use',
      'Start in the cloud',
      'Shared environments',
      'Internet access of agents',
      'Whom to ask',
    ]);
  });

  test('name the exact error where Codex local is not turned on', () => {
    const markdown = instructionsMarkdown(factsOf({ ...local, settings: new Map() }));

    expect(markdown).toContain('Codex local is not turned on in this phase.');
    expect(markdown).toContain('`403 - Unauthorized. Contact your ChatGPT administrator for access.`');
  });

  test('tell of device codes only while they are wanted', () => {
    const command = '`codex login --device-auth`';

    expect(instructionsMarkdown(factsOf(local))).not.toContain(command);
    expect(
      instructionsMarkdown(factsOf({ ...local, settings: on('codex.local', 'codex.device_code') })),
    ).toContain(command);
  });

  test('tell how to sign in as the review and the restriction say', () => {
    const answers = {
      local: ['chatgpt', 'api_key'],
      chatgpt: ['sso'],
      mfa: 'both',
      restriction: null,
    } as const;
    const reviewed = { ...local, authentication: { answers, version: 1 } };
    const markdown = instructionsMarkdown(factsOf(reviewed));
    expect(markdown).toContain('An API key signs in as well.');
    expect(markdown).toContain('second factor');

    const restriction = { method: 'api', workspaces: [] } as const;
    const restricted = factsOf({
      ...reviewed,
      loginRestriction: { version: 1, restriction: { ...restriction, workspaces: [] } },
    });
    expect(instructionsMarkdown(restricted)).toContain('Sign in with an API key.');
    expect(instructionsMarkdown(restricted)).toContain('Sign-in with ChatGPT is switched off');
    expect(instructionsMarkdown(restricted)).not.toContain('Sign in with your ChatGPT account');
  });

  test('call sign-in with ChatGPT switched off only where the managed settings do so', () => {
    const answers = { local: ['api_key'], chatgpt: null, mfa: null, restriction: null } as const;
    const markdown = instructionsMarkdown(factsOf({ ...local, authentication: { answers, version: 1 } }));

    expect(markdown).toContain('Sign in with an API key.');
    expect(markdown).not.toContain('switched off');
  });

  test('put the managed settings in plain words', () => {
    const decisions = {
      ...presets.strict,
      mcp: { mode: 'listed', servers: [{ name: 'docs', identity: { command: 'x' } }] },
    } as const;
    const markdown = instructionsMarkdown(
      factsOf({
        ...local,
        configuration: {
          version: 1,
          decisions: { ...decisions, mcp: { mode: 'listed', servers: [...decisions.mcp.servers] } },
        },
      }),
    );

    expect(markdown).toContain('**Sandbox**: Codex can read files and change nothing.');
    expect(markdown).toContain('**Web search**: Codex does not search the web.');
    expect(markdown).toContain('Listed now: `docs`.');
  });

  test('name the places that are set up, and what Slack posts there', () => {
    const places = {
      ...cloud,
      repositories: { ...noRepositories, total: 2, allowed: 2, reviewed: 1 },
      integrations: new Map([['slack', { ...neverSetUp('slack'), state: 'set_up' as const }]]),
    };
    const markdown = instructionsMarkdown(factsOf(places));

    expect(markdown).toContain('**Pull requests**: `@codex review`.');
    expect(markdown).toContain('It posts a link to the task.');
    expect(markdown).not.toContain('Linear');
    expect(
      instructionsMarkdown(factsOf({ ...places, settings: on('codex.cloud', 'codex.slack_answers') })),
    ).toContain('It posts its whole answer');
  });
});

describe('what people typed', () => {
  const alphabet = [
    '\\',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '#',
    '|',
    '~',
    '&',
    '!',
    '-',
    '+',
    '=',
    '1',
    '.',
    ' ',
    '\n',
    '\r',
    '\u2028',
    'x',
  ];
  const typed = (seed: number) => {
    const random = randomOf(seed);
    return Array.from({ length: 1 + random.below(30) }, () => random.pick(alphabet)).join('');
  };
  const skeleton = (markdown: string) => markdown.replace(/\\[^A-Za-z0-9\s]/g, '');
  const special = /[\\`*_{}[\]()<>#|~&!]/;

  test('never becomes markup, HTML or another line', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const escaped = escapeMarkdown(typed(seed));
      expect(skeleton(escaped), escaped).not.toMatch(special);
      expect(escaped, escaped).not.toMatch(/[\n\r\u2028\u2029]/);
      expect(escaped, escaped).not.toMatch(/^\s*([-+=]|\d+[.)])/);
    }
  });

  test('never changes the lines around it', () => {
    const documentOf = (name: string, repository: string) =>
      instructionsMarkdown(
        factsOf({
          ...cloud,
          owners: [{ ...nobodyYet('it'), name, email: null }],
          environments: { total: 1, digest: '', shared: 1, sharedNames: [{ name, repository }] },
        }),
      );
    const lines = documentOf('x', 'acme/x').split('\n').length;

    for (let seed = 1; seed <= 200; seed += 1) {
      const markdown = documentOf(typed(seed) + 'x', 'acme/`x');
      expect(markdown.split('\n'), markdown).toHaveLength(lines);
      expect(headings(markdown)).toEqual(headings(documentOf('x', 'acme/x')));
    }
  });

  test('stands in code whatever backticks it holds', () => {
    const line = [{ code: 'a``b`' }];

    expect(
      renderMarkdown({ title: 't', sections: [{ title: 's', blocks: [{ kind: 'paragraph', line }] }] }),
    ).toContain('``` a``b` ```');
  });
});
