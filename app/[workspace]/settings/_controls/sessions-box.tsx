import { Badge } from '#components/ui/badge';
import { Box } from '#components/ui/box';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import { Time } from '#components/ui/time';
import { browserInWords } from '#lib/domain/browser';
import { readOwnSessions } from '#lib/queries/sessions';
import { requireVisit } from '#lib/shell/context';
import { endOtherSessionsAction, endSessionAction } from './actions';
import { EndOtherSessions } from './end-other-sessions';
import { EndSession } from './end-session';
import { SignOutHere } from './sign-out-here';

const shown = 8;

type Row = {
  slug: string;
  session: { id: string; userAgent: string; createdAt: Date; lastUsedAt: Date; expiresAt: Date };
  isHere: boolean;
  at: { now: Date; zone: string };
};

/** The browsers in which the reader is signed in, the one used last first. */
export async function SessionsBox({ slug }: { slug: string }) {
  const { ctx, membership, sessionId } = await requireVisit(slug);
  const sessions = (await readOwnSessions(ctx)) ?? [];
  const at = { now: ctx.now, zone: membership.workspace.timeZone };
  const rows = sessions.map((session) => (
    <SessionRow key={session.id} slug={slug} session={session} isHere={session.id === sessionId} at={at} />
  ));
  return (
    <Box
      title="Where you are signed in"
      meta={sessions.length}
      footer={
        sessionId && sessions.length > 1 ? (
          <EndOtherSessions action={endOtherSessionsAction.bind(null, slug)} keep={sessionId} />
        ) : undefined
      }
      flush
    >
      <ShortList rows={rows} shown={shown} />
    </Box>
  );
}

function SessionRow({ slug, session, isHere, at }: Row) {
  const { id, userAgent, createdAt, lastUsedAt, expiresAt } = session;
  const browser = browserInWords(userAgent);
  return (
    <ListRow
      second={
        <>
          Last used <Time at={lastUsedAt} {...at} />, signed in <Time at={createdAt} {...at} />, ends{' '}
          <Time at={expiresAt} {...at} />
        </>
      }
      action={
        isHere ? (
          <SignOutHere />
        ) : (
          <EndSession action={endSessionAction.bind(null, slug)} id={id} browser={browser} />
        )
      }
    >
      {browser} {isHere ? <Badge tone="done">This browser</Badge> : null}
    </ListRow>
  );
}
