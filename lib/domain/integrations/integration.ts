import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/result';
import type { GuideLink } from '#lib/domain/rollout/guide-link';
import { multilineText, plainText, webLink } from '#lib/domain/text';

/** The integrations of Step 4. */
export const integrationKeys = ['slack', 'github', 'linear'] as const;

/** Where an integration can stand. */
export const integrationStates = ['not_set_up', 'set_up', 'left_out'] as const;

export type IntegrationKey = (typeof integrationKeys)[number];
export type IntegrationState = (typeof integrationStates)[number];

/** What the guide says of one integration. */
export type IntegrationDefinition = {
  label: string;
  /** Where it is installed, one part per click. */
  whereToClick: readonly string[];
  /** The vendor's page for the place; null where none has an address. */
  place: GuideLink | null;
  /** The vendor's page about it. */
  link: GuideLink;
  /** Keys of the toggles it does not work without. */
  needsOn: readonly string[];
  /** Keys of the toggles somebody has to decide about: either way is right. */
  needsDecided: readonly string[];
  needsEnvironment: boolean;
  /** What else it needs, in sentences. */
  needs: readonly string[];
  /** How it works, in sentences. */
  facts: readonly string[];
  source: string;
};

/** Where an integration stands, by whose word. */
export type Integration = {
  key: IntegrationKey;
  state: IntegrationState;
  owner: string | null;
  link: string | null;
  note: string | null;
  version: number;
};

/** An integration with who said so last, and when; null while nobody has. */
export type RecordedIntegration = Integration & { at: Date | null; by: string | null };

/** An integration nobody ever said anything about. */
export const neverSetUp = (key: IntegrationKey): RecordedIntegration => ({
  key,
  state: 'not_set_up',
  owner: null,
  link: null,
  note: null,
  version: 0,
  at: null,
  by: null,
});

/** Fields of an integration, as doors take them. */
export const integrationFields = {
  state: z.enum(integrationStates),
  owner: plainText({ max: 200 }).nullable().default(null),
  link: webLink.nullable().default(null),
  note: multilineText({ max: 2000 }).nullable().default(null),
};

/** An integration as doors hand it out. */
export const integrationView = z.object({
  key: z.enum(integrationKeys),
  state: z.enum(integrationStates),
  owner: z.string().nullable(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
  at: z.date().nullable(),
  by: z.string().nullable(),
});

type Refusal<Code extends string> = { code: Code; message: string; fields: Record<string, string[]> };

/** Why what somebody says of an integration is not taken. */
export type IntegrationError = Refusal<'owner_missing'> | Refusal<'reason_missing'>;

/**
 * The integration after somebody said where it stands; `current` itself where nothing would change.
 *
 * Fails with `owner_missing` where one that is set up has nobody to look after it, and with `reason_missing`
 * where one is left out without a note that says why.
 */
export function setIntegration(
  current: RecordedIntegration,
  words: Pick<Integration, 'state' | 'owner' | 'link' | 'note'>,
  { at, by }: { at: Date; by: string },
): Result<RecordedIntegration, IntegrationError> {
  const { state, owner, link, note } = words;
  if (state === 'set_up' && owner === null) {
    const message = 'Name who looks after it.';
    return err({ code: 'owner_missing', message, fields: { owner: [message] } });
  }
  if (state === 'left_out' && note === null) {
    const message = 'Write why it is left out.';
    return err({ code: 'reason_missing', message, fields: { note: [message] } });
  }
  const same =
    current.state === state && current.owner === owner && current.link === link && current.note === note;
  if (same && current.version > 0) return ok(current);
  return ok({ key: current.key, state, owner, link, note, version: current.version + 1, at, by });
}
