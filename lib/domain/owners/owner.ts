import { z } from 'zod';
import type { AppRole } from '#lib/domain/authorization/can';
import { err, ok, type Result } from '#lib/domain/result';
import { emailAddress, plainText } from '#lib/domain/text';

/** The three duties Step 0 asks an owner for. */
export const duties = ['workspace', 'it', 'governance'] as const;

export type Duty = (typeof duties)[number];

/** What the guide says of a duty. */
export type DutyDefinition = {
  /** Its name in the guide's words. */
  label: string;
  /** What the owner answers for, as half a sentence. */
  answersFor: string;
  source: string;
};

/** Who holds a duty; name and e-mail are null while nobody does. A person may hold several duties. */
export type Owner = {
  duty: Duty;
  name: string | null;
  email: string | null;
  /** Who could stand in while the owner is away; a name alone, without any right. */
  standInName: string | null;
  standInEmail: string | null;
  version: number;
};

/** Whom a write names; what is undefined stays as it is. */
export type NamedPeople = {
  name: string | null;
  email: string | null;
  standInName?: string | null | undefined;
  standInEmail?: string | null | undefined;
};

/** Fields of a write: name and e-mail both null leave the duty to nobody; a stand-in left out stays as it is. */
export const ownerFields = {
  name: plainText({ max: 200 }).nullable(),
  email: emailAddress.nullable(),
  standInName: plainText({ max: 200 }).nullable().optional(),
  standInEmail: emailAddress.nullable().optional(),
};

/** An owner as doors hand it out. */
export const ownerView = z.object({
  duty: z.enum(duties),
  name: z.string().nullable(),
  email: z.string().nullable(),
  standInName: z.string().nullable(),
  standInEmail: z.string().nullable(),
  version: z.int(),
});

/** A duty nobody was ever named for. */
export const nobodyYet = (duty: Duty): Owner => ({
  duty,
  name: null,
  email: null,
  standInName: null,
  standInEmail: null,
  version: 0,
});

/** The three owners in the guide's order, with nobody for each duty that `stored` lacks. */
export const everyOwner = (stored: readonly Owner[]): Owner[] =>
  duties.map((duty) => stored.find((owner) => owner.duty === duty) ?? nobodyYet(duty));

/** Why nobody is named: an e-mail address stands without a name. */
export type SetOwnerError = { code: 'owner_name_missing' | 'stand_in_name_missing'; message: string };

/**
 * The owner after naming `people` for the duty of `current`.
 *
 * Gives `current` itself when nothing would change and the duty was written before. Fails with
 * `owner_name_missing` or `stand_in_name_missing` when there is an e-mail address without a name.
 */
export function setOwner(current: Owner, people: NamedPeople): Result<Owner, SetOwnerError> {
  const { name, email, standInName = current.standInName, standInEmail = current.standInEmail } = people;
  if (name === null && email !== null) {
    return err({ code: 'owner_name_missing', message: 'Write the owner’s name beside the e-mail address.' });
  }
  if (standInName === null && standInEmail !== null) {
    const message = 'Write the name of who could stand in beside the address.';
    return err({ code: 'stand_in_name_missing', message });
  }
  const next = { duty: current.duty, name, email, standInName, standInEmail };
  if (current.version > 0 && isSame(current, next)) return ok(current);
  return ok({ ...next, version: current.version + 1 });
}

const isSame = (one: Omit<Owner, 'version'>, other: Omit<Owner, 'version'>): boolean =>
  one.name === other.name &&
  one.email === other.email &&
  one.standInName === other.standInName &&
  one.standInEmail === other.standInEmail;

const dutyByAppRole: Partial<Record<AppRole, Duty>> = {
  workspace_owner: 'workspace',
  it_owner: 'it',
  governance_owner: 'governance',
};

/**
 * The duties a member answers for: the one of the app role, and each one that names the member's e-mail
 * address. Upper and lower case in an address make no difference.
 */
export function dutiesOf(
  member: { appRole: AppRole; email: string | null },
  owners: readonly Owner[],
): Duty[] {
  const named = namedDuties(member.email, owners);
  return duties.filter((duty) => dutyByAppRole[member.appRole] === duty || named.includes(duty));
}

/** The duties whose owner has an e-mail address, whatever its upper and lower case. */
export function namedDuties(email: string | null, owners: readonly Owner[]): Duty[] {
  const address = email?.toLowerCase();
  const named = owners.filter((owner) => owner.email !== null && owner.email.toLowerCase() === address);
  return duties.filter((duty) => named.some((owner) => owner.duty === duty));
}
