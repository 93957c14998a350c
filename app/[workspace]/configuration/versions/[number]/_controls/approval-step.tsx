import { Disclosure } from '#components/ui/disclosure';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { can } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import type { ShownVersion } from './shown-version';
import { approveVersionAction, takeBackApprovalAction } from './actions';
import { ApproveForm, TakeBackForm } from './approval-form';

/** Who approved a version, or how it is approved. */
export function ApprovalStep({
  slug,
  version,
  now,
  zone,
  actor,
}: ShownVersion & { actor: Context['actor'] }) {
  const { number, sha256, approval, release, authors } = version;
  const may = can(actor, 'configuration.approve');
  if (approval) {
    return (
      <>
        <State state="done">{`Approved by ${approval.by}`}</State>
        <span className="meta">
          <Time at={approval.at} now={now} zone={zone} />
        </span>
        {approval.note === '' ? null : <p>{approval.note}</p>}
        {may && !release ? (
          <Disclosure summary="Take it back…">
            <TakeBackForm action={takeBackApprovalAction.bind(null, slug)} number={number} />
          </Disclosure>
        ) : null}
      </>
    );
  }
  if (release) return <State state="not_applicable">Released without an approval</State>;
  const isAuthor = authors.some(({ id }) => id === actor.id);
  return (
    <>
      <State state="todo">Approved by somebody who wrote none of it</State>
      {may && !isAuthor ? (
        <ApproveForm action={approveVersionAction.bind(null, slug)} number={number} sha256={sha256} />
      ) : (
        <span className="meta">
          {isAuthor
            ? 'You wrote a part of it, so another owner approves it.'
            : 'One of the three owners approves it.'}
        </span>
      )}
    </>
  );
}
