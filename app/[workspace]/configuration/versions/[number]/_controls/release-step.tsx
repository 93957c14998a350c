import { State } from '#components/ui/state';
import { can } from '#lib/domain/authorization/can';
import type { Context } from '#lib/domain/context';
import type { ShownVersion } from './shown-version';
import { releaseVersionAction } from './actions';
import { ReleaseForm } from './release-form';

type Props = ShownVersion & { actor: Context['actor']; isCertified: boolean };

/** How a version is released, or what it waits for. */
export function ReleaseStep({ slug, version, actor, isCertified }: Props) {
  const { number, approval, isSoleMember } = version;
  const waits = !approval && !isSoleMember;
  return (
    <>
      <State state={waits ? 'waiting' : 'todo'}>
        {waits ? 'Release waits for the approval' : 'Release freezes the bytes'}
      </State>
      {!waits && can(actor, 'configuration.write') ? (
        <ReleaseForm
          action={releaseVersionAction.bind(null, slug)}
          number={number}
          withoutApproval={!approval}
          withoutCertificate={!isCertified}
        />
      ) : null}
      {waits || can(actor, 'configuration.write') ? null : (
        <span className="meta">The workspace owner and the IT management owner release versions.</span>
      )}
    </>
  );
}
