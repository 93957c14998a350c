import type { Owner } from './owner';

/** A mail to be sent: plain text to one address. */
export type Mail = { to: string; subject: string; text: string };

/**
 * The mail that tells a person of a duty, or null where nobody new can be told: no e-mail address, or the
 * same one as before.
 */
export function namedOwnerMail(
  before: Owner,
  after: Owner,
  words: { dutyLabel: string; workspaceName: string; actorName: string },
): Mail | null {
  if (after.email === null || after.name === null || after.email === before.email) return null;
  const { dutyLabel, workspaceName, actorName } = words;
  return {
    to: after.email,
    subject: `${dutyLabel} for the Codex rollout of ${workspaceName}`,
    text: [
      `${after.name},`,
      '',
      `${actorName} named you ${dutyLabel} for the Codex rollout of ${workspaceName}.`,
      'What the duty asks of you is on the page Owners and decision in Slipway.',
      '',
    ].join('\n'),
  };
}
