import type { Metadata } from 'next';
import Link from 'next/link';
import { AccessFrame } from '#access/access-frame';
import { accessPath } from '#access/access-places';
import { NewDraftBox } from '#access/what-if/new-draft-box';
import { Box } from '#components/ui/box';
import { List, ListRow } from '#components/ui/list';
import { State } from '#components/ui/state';
import { Time } from '#components/ui/time';
import { can } from '#lib/domain/authorization/can';
import { readDrafts } from '#lib/queries/drafts';
import { requireVisit } from '#lib/shell/context';

export const metadata: Metadata = { title: 'What if' };

/** Every draft of changes to access, and a new one. */
export default async function WhatIfPage({ params }: PageProps<'/[workspace]/access/what-if'>) {
  const { workspace: slug } = await params;
  const { ctx, membership } = await requireVisit(slug);
  const drafts = (await readDrafts(ctx))?.drafts ?? [];
  const editable = can(ctx.actor, 'draft.write');
  const clock = { now: ctx.now, zone: membership.workspace.timeZone };

  return (
    <AccessFrame
      slug={slug}
      place="what-if"
      meta={<span>See whom changes meet before anything changes</span>}
    >
      <div className="grid items-start gap-5 wide:grid-cols-2">
        <Box title="Drafts" meta={drafts.length} flush>
          {drafts.length === 0 ? (
            <p className="p-4 text-text-2">
              None yet. A draft holds changes to roles, groups, people and the workspace defaults, and shows
              who would lose, gain and leave the default. It is kept, and others find it under its address.
            </p>
          ) : (
            <List>
              {drafts.map(({ id, name, changes, changedBy, changedAt, appliedAt, appliedBy }) => (
                <ListRow
                  key={id}
                  second={changes === 1 ? '1 change' : `${changes.toLocaleString('en')} changes`}
                  meta={
                    <>
                      {appliedBy ?? changedBy}, <Time at={appliedAt ?? changedAt} {...clock} />
                    </>
                  }
                  action={appliedAt ? <State state="done">Applied</State> : <State state="todo">Draft</State>}
                >
                  <Link href={accessPath(slug, 'what-if', { rest: [id] })}>{name}</Link>
                </ListRow>
              ))}
            </List>
          )}
        </Box>
        {editable ? <NewDraftBox slug={slug} /> : null}
      </div>
    </AccessFrame>
  );
}
