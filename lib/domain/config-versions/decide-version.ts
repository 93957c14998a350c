import type { Certificate } from '#lib/domain/certificates/certificate';
import { isCertified } from '#lib/domain/certificates/run';
import type { Fleet } from '#lib/domain/clients/fleet';
import { err, ok, type Result } from '#lib/domain/result';
import type { Approval, ConfigVersion, Release, ReleaseException } from './config-version';

/** Who acts, and when. */
export type Acting = { id: string; name: string; now: Date };

/** Why a version may not be approved, or an approval not taken back. */
export type ApprovalError =
  | { code: 'own_version'; message: string }
  | { code: 'approved_already'; message: string }
  | { code: 'other_content'; message: string; sha256: string }
  | { code: 'released_already'; message: string }
  | { code: 'not_approved'; message: string };

const releasedAlready = {
  code: 'released_already',
  message: 'This version has been released: what it is stays as it is.',
} as const;

/**
 * The approval of a version by somebody who had no part in it, of the bytes with the sum `sha256` that they saw.
 * Fails with `released_already`, `other_content`, `approved_already` and `own_version`.
 */
export function approve(
  version: ConfigVersion,
  { id, name, now }: Acting,
  { note, sha256 }: { note: string; sha256: string },
): Result<Approval, ApprovalError> {
  if (version.release) return err(releasedAlready);
  if (version.sha256 !== sha256) {
    const message = 'This version holds other bytes than were looked at.';
    return err({ code: 'other_content', message, sha256: version.sha256 });
  }
  if (version.approval) {
    return err({ code: 'approved_already', message: `${version.approval.by} has approved this version.` });
  }
  if (version.authors.some((author) => author.id === id)) {
    const message = 'Whoever wrote a part of a version cannot approve it. Ask another owner.';
    return err({ code: 'own_version', message });
  }
  return ok({ byId: id, by: name, at: now, note, sha256 });
}

/** The approval that is taken back. Fails with `released_already` and `not_approved`. */
export function takeBackApproval({ approval, release }: ConfigVersion): Result<Approval, ApprovalError> {
  if (release) return err(releasedAlready);
  if (!approval) return err({ code: 'not_approved', message: 'Nobody has approved this version.' });
  return ok(approval);
}

/** Why a version may not be released yet; `fields` are those of the form that would do without. */
export type ReleaseError =
  | { code: 'released_already'; message: string }
  | { code: 'approval_missing'; message: string; fields?: Record<string, string[]> }
  | { code: 'certificate_missing'; message: string; fields: Record<string, string[]> };

/** What a release rests on besides the version. */
export type ReleaseCase = {
  /** Members who may sign in, besides whom nobody could approve. */
  activeMembers: number;
  /** What clients made of its files, and which of them the fleet runs. */
  certificates: readonly Certificate[];
  fleet: Pick<Fleet, 'oldest' | 'newest'>;
  /** Reasons to do without; empty where none was given. */
  withoutApproval: string;
  withoutCertificate: string;
};

/**
 * The release of a version: approved in these bytes, or, while the workspace has one member alone, with a reason
 * why not; and certified by the oldest and the newest client of the fleet, or with a reason why not. It keeps what
 * clients had said by then. Fails with `released_already`, `approval_missing` and
 * `certificate_missing`.
 */
export function release(
  { sha256, approval, release: released }: ConfigVersion,
  { id, name, now }: Acting,
  { activeMembers, certificates, fleet, withoutApproval, withoutCertificate }: ReleaseCase,
): Result<Release, ReleaseError> {
  if (released) return err(releasedAlready);
  const isApproved = approval?.sha256 === sha256;
  const unapproved = isApproved ? null : exceptApproval(activeMembers, withoutApproval);
  if (unapproved && !unapproved.ok) return unapproved;
  const uncertified = isCertified(certificates, fleet) ? null : exceptCertificate(withoutCertificate);
  if (uncertified && !uncertified.ok) return uncertified;
  const exceptions = [unapproved, uncertified].flatMap((one) => (one ? [one.value] : []));
  return ok({ byId: id, by: name, at: now, exceptions, certificates });
}

type Excepted = Result<ReleaseException, ReleaseError>;

/** The reason of a workspace's only member to do without an approval. */
function exceptApproval(activeMembers: number, reason: string): Excepted {
  if (activeMembers > 1) {
    const message = 'Another owner has to approve this version before it is released.';
    return err({ code: 'approval_missing', message });
  }
  if (reason !== '') return ok({ kind: 'sole_member', reason });
  const message = 'Say why it is released without an approval.';
  return err({ code: 'approval_missing', message, fields: { withoutApproval: [message] } });
}

/** The reason to do without a certificate. */
function exceptCertificate(reason: string): Excepted {
  if (reason !== '') return ok({ kind: 'not_certified', reason });
  const message = 'It is not certified: say why it is released all the same.';
  return err({ code: 'certificate_missing', message, fields: { withoutCertificate: [message] } });
}
