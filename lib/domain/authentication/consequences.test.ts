import { describe, expect, test } from 'vitest';
import { chatgptMethods, localMethods, mfaChoices, restrictionChoices } from './authentication';
import { applicableQuestions, authenticationConsequences, type AuthenticationGround } from './consequences';

const nothing = { local: null, chatgpt: null, mfa: null, restriction: null };
const ids = (
  answers: Partial<AuthenticationGround['answers']>,
  ground: Partial<AuthenticationGround> = {},
): string[] =>
  authenticationConsequences({
    surfaces: 'both',
    deviceCode: 'open',
    ...ground,
    answers: { ...nothing, ...answers },
  }).map(({ id }) => id);

const everyAnswer: AuthenticationGround['answers'][] = [null, ...mfaChoices].flatMap((mfa) =>
  [null, ...restrictionChoices].flatMap((restriction) =>
    [null, [...chatgptMethods], ...chatgptMethods.map((one) => [one])].flatMap((chatgpt) =>
      [null, [...localMethods], ...localMethods.map((one) => [one])].map((local) => ({
        mfa,
        restriction,
        chatgpt,
        local,
      })),
    ),
  ),
);

describe('authenticationConsequences', () => {
  test('API keys are outside cloud policy and Compliance exports', () => {
    expect(ids({ local: ['api_key'] })).toContain('api-key-outside-policy');
    expect(ids({ local: ['chatgpt'] })).not.toContain('api-key-outside-policy');
  });

  test.each([
    [['password'], 'nobody', true],
    [['password'], 'chatgpt', false],
    [['sso', 'password'], 'identity_provider', true],
    [['sso', 'password'], 'both', false],
    [['sso'], 'nobody', false],
    [['social'], 'nobody', false],
  ] as const)('cloud with %j and MFA by %s is a contradiction: %s', (chatgpt, mfa, isOne) => {
    expect(ids({ chatgpt, mfa }).includes('mfa-missing-for-password')).toBe(isOne);
    expect(ids({ chatgpt, mfa }, { surfaces: 'local' })).not.toContain('mfa-missing-for-password');
  });

  test('an identity provider that nobody signs in through cannot enforce MFA', () => {
    expect(ids({ chatgpt: ['password'], mfa: 'both' })).toContain('mfa-without-provider');
    expect(ids({ chatgpt: ['social'], mfa: 'both' })).not.toContain('mfa-without-provider');
  });

  test('one method alone can be forced', () => {
    expect(ids({ local: ['chatgpt', 'api_key'], restriction: 'method' })).toContain(
      'one-method-can-be-forced',
    );
    expect(ids({ local: ['chatgpt'], restriction: 'method' })).not.toContain('one-method-can-be-forced');
  });

  test.each([
    ['open', 'device-code-toggle'],
    ['off', 'device-code-off'],
  ] as const)('device code with toggle 1.2 %s brings %s', (deviceCode, id) => {
    expect(ids({ local: ['device_code'] }, { deviceCode })).toContain(id);
    expect(ids({ local: ['device_code'] }, { deviceCode: 'on' })).not.toContain(id);
  });

  test('contradictions always stand first, and nothing is told of a question that does not apply', () => {
    for (const surfaces of ['local', 'cloud', 'both', null] as const) {
      for (const answers of everyAnswer) {
        const ground = { surfaces, answers, deviceCode: 'off' } as const;
        const found = authenticationConsequences(ground);
        const kinds = found.map(({ kind }) => kind);
        const applicable = applicableQuestions(ground);

        expect(kinds.lastIndexOf('contradiction')).toBeLessThanOrEqual(
          kinds.filter((kind) => kind === 'contradiction').length - 1,
        );
        for (const { question, id } of found) expect(applicable, id).toContain(question);
      }
    }
  });
});

describe('applicableQuestions', () => {
  test.each([
    ['local', ['local', 'chatgpt', 'mfa', 'restriction']],
    ['cloud', ['chatgpt', 'mfa']],
    ['both', ['local', 'chatgpt', 'mfa', 'restriction']],
    [null, ['local', 'chatgpt', 'mfa', 'restriction']],
  ] as const)('with %s they are %j', (surfaces, questions) => {
    expect(applicableQuestions({ surfaces, answers: nothing, deviceCode: 'open' })).toEqual(questions);
  });

  test('local with API keys alone asks nothing about ChatGPT', () => {
    const answers = { ...nothing, local: ['api_key'] as const };

    expect(applicableQuestions({ surfaces: 'local', answers, deviceCode: 'open' })).toEqual([
      'local',
      'restriction',
    ]);
  });
});
