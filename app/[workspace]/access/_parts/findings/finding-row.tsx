import Link from 'next/link';
import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { Day } from '#components/ui/time';
import { subjectOf } from '#lib/domain/rbac/findings/finding';
import type { FindingStatus } from '#lib/domain/rbac/findings/finding-status';
import { AcceptForm, WithdrawForm } from './accept-form';
import { acceptFindingAction, withdrawFindingAction } from './actions';
import { findingsHref, fixHref } from './finding-address';

/** Who looks at the findings, and which stretch of them. */
export type Viewer = {
  slug: string;
  now: Date;
  from: number;
  mayAccept: boolean;
  /** Id of the finding whose form is open. */
  chosen: string | undefined;
};

type Props = { status: FindingStatus; viewer: Viewer };

/** One finding: what it is about, why it matters, where it is mended, and whether it is accepted. */
export function FindingRow({ status, viewer }: Props) {
  const { finding } = status;
  return (
    <li className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <strong className="min-w-60 flex-1 wrap-anywhere">{finding.title}</strong>
        <AcceptanceState {...{ status, viewer }} />
      </div>
      <p className="max-w-read text-text-2">{finding.reason}</p>
      <Acceptance status={status} />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Link className="alone" prefetch={false} href={fixHref(viewer.slug, finding.fix.at)}>
          {finding.fix.words}
        </Link>
        <span className="meta wrap-anywhere">
          Finding <code>{finding.id}</code>
        </span>
      </p>
      {viewer.mayAccept ? <Forms {...{ status, viewer }} /> : null}
    </li>
  );
}

function AcceptanceState({ status: { acceptance }, viewer: { now } }: Props) {
  switch (acceptance.state) {
    case 'standing':
      return (
        <State state="waiting">
          Accepted
          {acceptance.acceptance.endsOn ? (
            <>
              {' until '}
              <Day day={acceptance.acceptance.endsOn} now={now} />
            </>
          ) : null}
        </State>
      );
    case 'ended':
      return <State state="stale">Acceptance ended</State>;
    case 'stale':
      return <State state="stale">Acceptance is stale</State>;
    default:
      return <State state="todo">Open</State>;
  }
}

/** Who accepted it and why, or why that counts no longer. */
function Acceptance({ status: { acceptance } }: Pick<Props, 'status'>) {
  if (acceptance.state === 'none') return null;
  const words =
    acceptance.state === 'standing'
      ? `${acceptance.acceptance.by} accepted this: “${acceptance.acceptance.reason}”`
      : acceptance.reason;
  return <p className="meta wrap-anywhere">{words}</p>;
}

function Forms({ status: { finding, acceptance }, viewer }: Props) {
  const { slug, from, chosen } = viewer;
  const { id, title } = finding;
  const shared = { subject: subjectOf(finding), version: acceptance.acceptance?.version ?? 0, title };
  if (acceptance.state === 'standing') {
    return <WithdrawForm {...shared} action={withdrawFindingAction.bind(null, slug)} />;
  }
  if (chosen !== id) {
    return (
      <p>
        <LinkButton small href={findingsHref(slug, from, id)} scroll={false}>
          Accept…<span className="sr-only"> “{title}”</span>
        </LinkButton>
      </p>
    );
  }
  return (
    <AcceptForm
      {...shared}
      action={acceptFindingAction.bind(null, slug)}
      closeHref={findingsHref(slug, from)}
    />
  );
}
