import { Button, LinkButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { Time } from '#components/ui/time';
import { peopleWords } from '#lib/domain/rbac/counted';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { siteUrl } from '#lib/shell/site-url';
import { draftHref, type DraftAddress } from './draft-address';

type MetaProps = { screen: DraftScreen; clock: { now: Date; zone: string } };

/** Whose draft it is, or who applied it, and what it is compared with. */
export function DraftMeta({ screen: { draft, active }, clock }: MetaProps) {
  const { appliedAt, appliedBy, createdBy, createdAt } = draft;
  if (appliedAt) {
    return (
      <span>
        Applied by {appliedBy}, <Time at={appliedAt} {...clock} />
      </span>
    );
  }
  return (
    <>
      <span>
        Draft by {createdBy}, <Time at={createdAt} {...clock} />
      </span>
      <span>Against the directory as it is now: {peopleWords(active)}</span>
    </>
  );
}

type Props = { screen: DraftScreen; address: DraftAddress; mayApply: boolean };

/** The link for others, and the way to apply the draft; where it is closed, why. */
export function DraftActions({ screen, address, mayApply }: Props) {
  const { slug, id, isApplying } = address;
  const link = `${siteUrl()}/${slug}/access/what-if/${id}`;
  const closed = closedBy(screen, mayApply);
  return (
    <>
      <CopyButton text={link} label="Copy link" />
      {screen.draft.appliedAt || isApplying ? null : closed ? (
        <Button variant="primary" disabledReason={closed}>
          Apply draft…
        </Button>
      ) : (
        <LinkButton variant="primary" href={draftHref(address, { apply: 'true', seen: screen.seen })}>
          Apply draft…
        </LinkButton>
      )}
    </>
  );
}

/** Why a draft cannot be applied now; null where it can. */
export function closedBy({ changes, moved, failing }: DraftScreen, mayApply: boolean): string | null {
  if (!mayApply) return 'The workspace owner applies drafts.';
  if (changes.length === 0) return 'Add a change first.';
  if (moved.length > 0) return 'What it rests on has moved.';
  const isBroken = failing.some(({ accepted, byDraft }) => byDraft && !accepted);
  return isBroken ? 'It would break what is expected of access.' : null;
}
