import { Box } from '#components/ui/box';
import { Disclosure } from '#components/ui/disclosure';
import { can } from '#lib/domain/authorization/can';
import { requireContext } from '#lib/shell/context';
import { makeVersionAction } from './actions';
import { MakeForm } from './make-form';
import type { VersionList } from './version-list';

/** The preset for an emergency, kept and approved ahead, so that it can be released at once. */
export async function EmergencyBox({ slug, list }: { slug: string; list: VersionList }) {
  const { actor } = await requireContext(slug);
  if (!list.draft || !can(actor, 'configuration.write')) return null;
  const newest = list.versions[0]?.number ?? 0;
  return (
    <Box title="Read-only now">
      <div className="grid gap-3">
        <p>
          For an emergency: nothing is written, searched or connected; telemetry, sign-in, rules and skills
          stay as they are wanted. The same is written over every policy for groups, so that none is looser;
          what else a policy requires stays. Keep and approve it ahead, and it can be released at once. The
          draft stays as it is. Policies take effect once they are pasted into the vendor’s console.
        </p>
        <Disclosure summary="Keep read-only as a version…">
          <MakeForm
            action={makeVersionAction.bind(null, slug)}
            from="read_only"
            newest={newest}
            submit={`Keep read-only as version ${newest + 1}`}
          />
        </Disclosure>
      </div>
    </Box>
  );
}
