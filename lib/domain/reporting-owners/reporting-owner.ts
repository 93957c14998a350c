import { err, ok, type Result } from '#lib/domain/result';

/** What Step 5 asks an owner for. */
export const reportingAreas = ['adoption', 'audit'] as const;

export type ReportingArea = (typeof reportingAreas)[number];

/** What the guide says of an area. */
export type ReportingAreaDefinition = {
  label: string;
  /** What the owner does, as half a sentence. */
  answersFor: string;
  source: string;
};

/** Who answers for an area; name and e-mail are null while nobody does. */
export type ReportingOwner = {
  area: ReportingArea;
  name: string | null;
  email: string | null;
  version: number;
};

/** An area nobody was ever named for. */
export const nobodyFor = (area: ReportingArea): ReportingOwner => ({
  area,
  name: null,
  email: null,
  version: 0,
});

/** The owner of each area in the guide's order, with nobody for each area that `stored` lacks. */
export const everyReportingOwner = (stored: readonly ReportingOwner[]): ReportingOwner[] =>
  reportingAreas.map((area) => stored.find((owner) => owner.area === area) ?? nobodyFor(area));

/**
 * The owner after naming `person` for the area of `current`; both null leaves it to nobody.
 *
 * Gives `current` itself when nothing would change and the area was written before. Fails with
 * `owner_name_missing` when there is an e-mail address without a name.
 */
export function setReportingOwner(
  current: ReportingOwner,
  { name, email }: { name: string | null; email: string | null },
): Result<ReportingOwner, { code: 'owner_name_missing'; message: string; fields: Record<string, string[]> }> {
  if (name === null && email !== null) {
    const message = 'Write the owner’s name beside the e-mail address.';
    return err({ code: 'owner_name_missing', message, fields: { name: [message] } });
  }
  const same = current.name === name && current.email === email;
  if (same && current.version > 0) return ok(current);
  return ok({ area: current.area, name, email, version: current.version + 1 });
}
