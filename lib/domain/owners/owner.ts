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
export type Owner = { duty: Duty; name: string | null; email: string | null; version: number };

/** Fields of a write: both null leaves the duty to nobody. */
export const ownerFields = {
  name: plainText({ max: 200 }).nullable(),
  email: emailAddress.nullable(),
};

/** A duty nobody was ever named for. */
export const nobodyYet = (duty: Duty): Owner => ({ duty, name: null, email: null, version: 0 });

/** The three owners in the guide's order, with nobody for each duty that `stored` lacks. */
export const everyOwner = (stored: readonly Owner[]): Owner[] =>
  duties.map((duty) => stored.find((owner) => owner.duty === duty) ?? nobodyYet(duty));

/**
 * The owner after naming `person` for the duty of `current`.
 *
 * Gives `current` itself when nothing would change and the duty was written before. Fails with
 * `owner_name_missing` when there is an e-mail address without a name.
 */
export function setOwner(
  current: Owner,
  person: { name: string | null; email: string | null },
): Result<Owner, { code: 'owner_name_missing'; message: string }> {
  const { name, email } = person;
  if (name === null && email !== null) {
    return err({ code: 'owner_name_missing', message: 'Write the owner’s name beside the e-mail address.' });
  }
  const same = current.name === name && current.email === email;
  if (same && current.version > 0) return ok(current);
  return ok({ duty: current.duty, name, email, version: current.version + 1 });
}

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
