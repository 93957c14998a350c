import { z } from 'zod';
import { idOf, taskDecidedBy, type Wording } from '#lib/domain/audit/event-words';
import { channelKeys, channelStates, type ChannelKey, type ChannelState } from './channel';

const recorded = z.object({ state: z.enum(channelStates) });

const isKey = (id: string): id is ChannelKey => channelKeys.some((key) => key === id);

const stateWords: Readonly<Record<ChannelState, string>> = {
  not_set_up: 'not set up',
  set_up: 'set up',
  left_out: 'left out on purpose',
};

/** Words of the events about governance channels. */
export const channelWordings: Readonly<Record<string, Wording>> = {
  'channel.recorded': ({ subject, after }, guide) => {
    const channel = recorded.safeParse(after).data;
    if (!channel) return null;
    const id = idOf(subject);
    const label = isKey(id) ? guide.channels[id].label : id;
    const taskId = taskDecidedBy(guide, (by) => by.kind === 'channel' && by.key === id);
    return ['recorded ', { label, taskId }, ` as ${stateWords[channel.state]}`];
  },
};
