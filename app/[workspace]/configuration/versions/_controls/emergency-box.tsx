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
          For an emergency: nothing is written, searched or connected. It is written over what was released
          last, or over the draft while nothing was: telemetry, sign-in, rules and skills stay as they are
          there, and the draft stays as it is. Every policy for groups is written over as well, so that none
          is looser; what else it requires stays. Keep and approve it ahead, and it can be released at once.
          Policies take effect once they are pasted into the vendor’s console.
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
