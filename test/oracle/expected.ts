import type { Decisions } from '#lib/domain/config/decisions';
import type { Enforced } from '#lib/domain/certificates/client-answer';

/** What a user writes into a config.toml; what is left out is not asked for. */
export type Wish = Partial<Enforced>;

/** A user who asks for as much as there is. */
export const everything = {
  approval: 'never',
  sandbox: 'danger-full-access',
  webSearch: 'live',
} as const satisfies Wish;

/** The user's config.toml for a wish. */
export function userConfigOf({ approval, sandbox, webSearch }: Wish): string {
  const lines = [
    approval === undefined ? null : `approval_policy = "${approval}"`,
    sandbox === undefined ? null : `sandbox_mode = "${sandbox}"`,
    webSearch === undefined ? null : `web_search = "${webSearch}"`,
  ];
  return lines
    .filter((line) => line !== null)
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * What a thread may do under `decisions` for a user with this wish, worked out from the decisions and
 * the clients' documented fall-backs, without a look at any file.
 */
export function expectedOf(decisions: Decisions, wish: Wish): Enforced {
  const approval = wish.approval ?? 'on-request';
  const sandbox = wish.sandbox ?? 'read-only';
  return {
    approval: includes(decisions.approval, approval) ? approval : 'on-request',
    sandbox: includes(decisions.sandbox, sandbox) ? sandbox : 'read-only',
    webSearch: expectedSearch(decisions.webSearch, wish),
  };
}

function expectedSearch(allowed: Decisions['webSearch'], wish: Wish): Enforced['webSearch'] {
  if (!allowed.includes('cached')) return allowed.includes('live') ? 'live' : 'disabled';
  const own = wish.sandbox === 'danger-full-access' ? 'live' : 'cached';
  const wanted = wish.webSearch ?? own;
  return wanted === 'disabled' || allowed.includes(wanted) ? wanted : 'cached';
}

const includes = (values: readonly string[], value: string) => values.includes(value);
