import { describe, expect, test } from 'vitest';
import { guide } from '#lib/catalog/guide';
import { notReviewedYet, type AuthenticationAnswers } from '#lib/domain/authentication/authentication';
import type { SurfaceChoice } from '#lib/domain/rollout/decision';
import { nothingStored } from '#lib/domain/rollout/facts';
import { checkLogin } from './check-login';
import { allowRestriction, loginRestrictionSchema, type LoginRestriction } from './login-restriction';
import { loginStanding } from './login-standing';

const one = '123e4567-e89b-42d3-a456-426614174000';
const two = '223e4567-e89b-42d3-a456-426614174000';
const restriction = (method: LoginRestriction['method'], ...workspaces: string[]): LoginRestriction => ({
  method,
  workspaces,
});

describe('a login restriction', () => {
  test('holds its workspaces sorted, once, in small letters', () => {
    const workspaces = [two, one.toUpperCase(), ` ${one} `];
    expect(loginRestrictionSchema.parse({ method: 'chatgpt', workspaces }).workspaces).toEqual([one, two]);
  });

  test.each(['', 'acme', one.slice(1), `${one}0`, `${one}" # "`, `{${one}}`])(
    'a workspace called %j is refused',
    (id) => {
      expect(loginRestrictionSchema.safeParse({ method: 'any', workspaces: [id] }).success).toBe(false);
    },
  );

  test('names no workspaces where only API keys are allowed', () => {
    expect(allowRestriction(restriction('api', one))).toMatchObject({
      ok: false,
      error: { code: 'workspaces_without_chatgpt', fields: { workspaces: [expect.any(String)] } },
    });
    expect(allowRestriction(restriction('api')).ok).toBe(true);
    expect(allowRestriction(restriction('any', one)).ok).toBe(true);
  });
});

type Case = [
  string,
  LoginRestriction,
  SurfaceChoice | null,
  Partial<AuthenticationAnswers>,
  Record<string, string>,
];

describe('what does not fit', () => {
  test.each<Case>([
    ['no restriction', restriction('any'), 'both', {}, {}],
    ['ChatGPT only', restriction('chatgpt'), 'both', {}, {}],
    ['API keys only, without cloud', restriction('api'), 'local', {}, {}],
    ['API keys only, undecided', restriction('api'), null, {}, {}],
    ['API keys only, with both', restriction('api'), 'both', {}, { api_only_with_cloud: 'contradiction' }],
    ['API keys only, with cloud', restriction('api'), 'cloud', {}, { api_only_with_cloud: 'contradiction' }],
    ['a workspace with API keys open', restriction('any', one), 'local', {}, { api_key_passes: 'warning' }],
    ['a workspace with API keys closed', restriction('chatgpt', one), 'local', {}, {}],
    ['two workspaces', restriction('chatgpt', one, two), 'local', {}, { older_clients_stop: 'warning' }],
    [
      'a review that counts on API keys',
      restriction('chatgpt'),
      'local',
      { local: ['chatgpt', 'api_key'] },
      { review_uses_other_sign_in: 'contradiction' },
    ],
    [
      'a review that counts on device codes',
      restriction('api'),
      'local',
      { local: ['device_code'] },
      { review_uses_other_sign_in: 'contradiction' },
    ],
    ['a review that agrees', restriction('chatgpt', one), 'local', { restriction: 'both' }, {}],
    [
      'a review that wants a workspace',
      restriction('chatgpt'),
      'local',
      { restriction: 'workspace' },
      { review_restricts_otherwise: 'contradiction' },
    ],
    [
      'a review that wants nothing',
      restriction('chatgpt'),
      'local',
      { restriction: 'none' },
      { review_restricts_otherwise: 'contradiction' },
    ],
  ])('%s', (...[, given, surfaces, answers, expected]) => {
    const ground = { surfaces, answers: { ...notReviewedYet.answers, ...answers } };
    const found = checkLogin(given, ground).map(({ code, severity }) => [code, severity]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe('the task', () => {
  const standing = (given: LoginRestriction | null, surfaces: SurfaceChoice) =>
    loginStanding({
      ...nothingStored,
      guide,
      now: new Date(0),
      digest: (text) => text,
      decision: { surfaces, version: 1 },
      loginRestriction: { restriction: given, version: given ? 1 : 0 },
    });

  test('is to do until somebody decided, and no restriction is a decision', () => {
    expect(standing(null, 'local')).toMatchObject({ state: 'todo', content: null });
    expect(standing(restriction('any'), 'local')).toMatchObject({ state: 'done', reason: null });
  });

  test('stays in progress while something contradicts it, and says what', () => {
    expect(standing(restriction('api'), 'both')).toMatchObject({
      state: 'in_progress',
      reason: expect.stringContaining('needs ChatGPT sign-in'),
    });
  });
});
