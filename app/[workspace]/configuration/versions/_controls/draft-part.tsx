import type { Route } from 'next';
import { FileDifferences } from '#components/config-versions/file-differences';
import { DraftCertificate } from '#components/certificates/draft-certificate';
import { ReachLine } from '#components/config-versions/reach-line';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { can } from '#lib/domain/authorization/can';
import { readDraftCertificates } from '#lib/queries/certificates';
import { requireContext } from '#lib/shell/context';
import { makeVersionAction } from './actions';
import { ErrorsLeft, whatIsWrong } from './errors-left';
import type { VersionList } from './version-list';
import { MakeForm } from './make-form';

/** What is wanted now, held against the newest version, and how it becomes the next. */
export async function DraftPart({
  slug,
  list: { versions, draft, reach },
}: {
  slug: string;
  list: VersionList;
}) {
  const newest = versions[0]?.number ?? 0;
  if (!draft) return <NoBaseline slug={slug} />;
  const { differences } = draft;
  const paths = differences.map(({ path }) => path);
  if (paths.length === 0) {
    return <Unchanged slug={slug} newest={newest} />;
  }
  const told =
    newest === 0
      ? `${paths.length} files, none of them kept yet.`
      : `Differs from version ${newest} in ${paths.join(', ')}.`;
  return (
    <>
      <Box title="The draft">
        <div className="grid gap-4">
          <p>{told}</p>
          <ReachLine reach={reach} />
          <Certificate slug={slug} />
          <Keep slug={slug} newest={newest} />
        </div>
      </Box>
      {newest === 0 ? null : (
        <Disclosure summary="What differs" open>
          <div className="grid grid-cols-1 gap-5">
            <FileDifferences differences={differences} />
          </div>
        </Disclosure>
      )}
    </>
  );
}

/** The way to the next version; what stands in it is said before anybody presses. */
async function Keep({ slug, newest }: { slug: string; newest: number }) {
  const [{ actor }, wrong] = await Promise.all([requireContext(slug), whatIsWrong(slug)]);
  return (
    <>
      <ErrorsLeft wrong={wrong} />
      {can(actor, 'configuration.write') ? (
        <MakeForm
          action={makeVersionAction.bind(null, slug)}
          from="draft"
          newest={newest}
          submit={`Keep as version ${newest + 1}`}
          primary
          disabledReason={wrong.length > 0 ? 'Mend the errors above first.' : undefined}
        />
      ) : (
        <p className="meta">The workspace owner and the IT management owner keep versions.</p>
      )}
    </>
  );
}

function NoBaseline({ slug }: { slug: string }) {
  return (
    <Box title="The draft">
      <EmptyState
        title="No baseline was chosen yet."
        action={
          // safe because a slug is lower-case words and hyphens
          <LinkButton variant="primary" href={`/${slug}/rollout/configuration` as Route}>
            Choose a baseline
          </LinkButton>
        }
      >
        The files follow from the five decisions of Step 3, from sign-in, rules and skills, and from the
        policies for groups.
      </EmptyState>
    </Box>
  );
}

async function Certificate({ slug }: { slug: string }) {
  const known = await readDraftCertificates(await requireContext(slug));
  return known ? <DraftCertificate {...known} /> : null;
}

function Unchanged({ slug, newest }: { slug: string; newest: number }) {
  return (
    <Box title="The draft">
      <div className="grid gap-2">
        <p>{`It holds exactly what version ${newest} holds.`}</p>
        <Certificate slug={slug} />
      </div>
    </Box>
  );
}
