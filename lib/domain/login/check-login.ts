import type { SurfaceChoice } from '#lib/domain/rollout/decision';
import type { LoginRestriction } from './login-restriction';

/** Something to know about a login restriction; a contradiction has to be settled, a warning can stand. */
export type LoginFinding = {
  code: 'api_only_with_cloud' | 'api_key_passes' | 'older_clients_stop';
  severity: 'contradiction' | 'warning';
  message: string;
};

/** What does not fit a restriction under a rollout decision; `surfaces` is null while none was made. */
export function checkLogin(restriction: LoginRestriction, surfaces: SurfaceChoice | null): LoginFinding[] {
  const { method, workspaces } = restriction;
  const findings: (LoginFinding | null)[] = [
    method === 'api' && (surfaces === 'cloud' || surfaces === 'both')
      ? {
          code: 'api_only_with_cloud',
          severity: 'contradiction',
          message:
            'The rollout includes Codex cloud, which needs ChatGPT sign-in, and local clients may use an API key only.',
        }
      : null,
    method === 'any' && workspaces.length > 0
      ? {
          code: 'api_key_passes',
          severity: 'warning',
          message:
            'Workspaces are listed and API keys are still allowed: whoever signs in with an API key passes by the list.',
        }
      : null,
    workspaces.length > 1
      ? {
          code: 'older_clients_stop',
          severity: 'warning',
          message:
            'Clients from before 14 May 2026 take one workspace only: with a list they refuse managed_config.toml and do not start.',
        }
      : null,
  ];
  return findings.filter((finding) => finding !== null);
}
