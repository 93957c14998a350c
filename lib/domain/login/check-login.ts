import type { AuthenticationAnswers, LocalMethod } from '#lib/domain/authentication/authentication';
import type { SurfaceChoice } from '#lib/domain/rollout/decision';
import type { LoginRestriction } from './login-restriction';

/** Something to know about a login restriction; a contradiction has to be settled, a warning can stand. */
export type LoginFinding = {
  code:
    | 'api_only_with_cloud'
    | 'review_uses_other_sign_in'
    | 'review_restricts_otherwise'
    | 'api_key_passes'
    | 'older_clients_stop';
  severity: 'contradiction' | 'warning';
  message: string;
};

/** What a restriction is held against; `surfaces` is null while nothing was decided. */
export type LoginGround = { surfaces: SurfaceChoice | null; answers: AuthenticationAnswers };

/** Ways to sign in that a method closes. */
const closedBy: Readonly<Record<LoginRestriction['method'], readonly LocalMethod[]>> = {
  any: [],
  chatgpt: ['api_key'],
  api: ['chatgpt', 'device_code', 'access_token'],
};

type Rule = (restriction: LoginRestriction, ground: LoginGround) => LoginFinding | null;

const contradiction = (code: LoginFinding['code'], message: string): LoginFinding => ({
  ...{ code, message },
  severity: 'contradiction',
});
const warning = (code: LoginFinding['code'], message: string): LoginFinding => ({
  ...{ code, message },
  severity: 'warning',
});

const restricts = {
  none: 'nothing',
  method: 'the login method alone',
  workspace: 'the workspace alone',
  both: 'login method and workspace',
} as const;

function restrictedBy({ method, workspaces }: LoginRestriction): keyof typeof restricts {
  if (method === 'any') return workspaces.length === 0 ? 'none' : 'workspace';
  return workspaces.length === 0 ? 'method' : 'both';
}

const rules: readonly Rule[] = [
  ({ method }, { surfaces }) =>
    method === 'api' && (surfaces === 'cloud' || surfaces === 'both')
      ? contradiction(
          'api_only_with_cloud',
          'The rollout includes Codex cloud, which needs ChatGPT sign-in, and local clients may use an API key only.',
        )
      : null,
  ({ method }, { answers: { local } }) =>
    local?.some((way) => closedBy[method].includes(way))
      ? contradiction(
          'review_uses_other_sign_in',
          'The authentication review of Step 0 counts on a way to sign in that is closed here.',
        )
      : null,
  (restriction, { answers }) => {
    const here = restrictedBy(restriction);
    return answers.restriction === null || answers.restriction === here
      ? null
      : contradiction(
          'review_restricts_otherwise',
          `The authentication review of Step 0 restricts ${restricts[answers.restriction]}, and here it is ${restricts[here]}.`,
        );
  },
  ({ method, workspaces }) =>
    method === 'any' && workspaces.length > 0
      ? warning(
          'api_key_passes',
          'Workspaces are listed and API keys are still allowed: whoever signs in with an API key passes by the list.',
        )
      : null,
  ({ workspaces }) =>
    workspaces.length > 1
      ? warning(
          'older_clients_stop',
          'Clients from before 14 May 2026 take one workspace only: with a list they refuse managed_config.toml and do not start.',
        )
      : null,
];

/** What does not fit a restriction: contradictions to the rollout decision and the review, then warnings. */
export function checkLogin(restriction: LoginRestriction, ground: LoginGround): LoginFinding[] {
  return rules.map((rule) => rule(restriction, ground)).filter((finding) => finding !== null);
}
