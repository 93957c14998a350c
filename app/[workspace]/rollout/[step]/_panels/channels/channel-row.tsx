import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';
import { State } from '#components/ui/state';
import { guide } from '#lib/catalog/guide';
import { neverRecorded, type ChannelKey } from '#lib/domain/channels/channel';
import { localDay } from '#lib/domain/local-day';
import { taskAnchor } from '#lib/domain/rollout/task';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { requireVisit } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { setChannelAction } from './actions';
import { ChannelForm } from './channel-form';
import { ChannelRecord } from './channel-record';
import { WhatItIs } from './what-it-is';

type RowProps = {
  slug: string;
  status: TaskStatus;
  channelKey: ChannelKey;
  isOpen: boolean;
  editable: boolean;
};

/** One channel: where it stands, what was recorded, and its form while it is open. */
export async function ChannelRow({ slug, status, channelKey, isOpen, editable }: RowProps) {
  const [{ ctx, membership }, { facts }] = await Promise.all([requireVisit(slug), rolloutOf(slug)]);
  const { keptDays, ...definition } = guide.channels[channelKey];
  const channel = facts.channels.get(channelKey) ?? neverRecorded(channelKey);
  const anchor = taskAnchor(status.task.id);
  const page = `/${slug}/rollout/governance`;
  const { now } = ctx;
  const today = localDay(now, facts.timeZone);

  return (
    <li
      id={anchor}
      className="grid gap-x-5 gap-y-3 border-t border-line p-4 first:border-t-0 mid:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div className="grid content-start gap-1">
        <h3>{status.task.title}</h3>
        <State state={status.state} />
        {status.reason ? <p className="meta-soft">{status.reason}</p> : null}
      </div>
      <div className="grid min-w-0 content-start gap-3">
        <ChannelRecord {...{ channel, keptDays, today, now }} zone={facts.timeZone} />
        {isOpen ? (
          <ChannelForm
            action={setChannelAction.bind(null, slug)}
            channel={channel}
            me={membership.name}
            keptDays={keptDays}
            // safe because it is the address of this page
            closeHref={`${page}#${anchor}` as Route}
          />
        ) : null}
        {editable && !isOpen ? (
          <Ways
            page={page}
            anchor={anchor}
            taskId={status.task.id}
            channelKey={channelKey}
            isNew={channel.version === 0}
          />
        ) : null}
        <WhatItIs definition={definition} />
      </div>
    </li>
  );
}

type WaysProps = { page: string; anchor: string; taskId: string; channelKey: ChannelKey; isNew: boolean };

function Ways({ page, anchor, taskId, channelKey, isNew }: WaysProps) {
  // safe because it is the address of this page
  const at = (query: string) => `${page}?${query}#${anchor}` as Route;
  return (
    <p className="flex flex-wrap gap-2">
      <LinkButton small href={at(`channel=${channelKey}`)} scroll={false}>
        {isNew ? 'Record…' : 'Change…'}
      </LinkButton>
      <LinkButton small variant="quiet" icon="paperclip" href={at(`task=${taskId}`)} scroll={false}>
        Proof
      </LinkButton>
    </p>
  );
}
