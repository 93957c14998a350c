import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import { requireContext } from '#lib/shell/context';
import type { PanelProps } from '#lib/shell/panel-props';
import { ChannelRow } from './channel-row';

/** Row 5.1: which of the three channels is set up, by whom, and how fresh it is. */
export async function ChannelsPanel({ slug, step, search }: PanelProps) {
  const { actor } = await requireContext(slug);
  const editable = can(actor, 'governance.write');
  const rows = step.tasks.flatMap((status) => {
    const { decidedBy } = status.task;
    return decidedBy.kind === 'channel' ? [{ status, channelKey: decidedBy.key }] : [];
  });

  return (
    <Box
      title="Governance channels"
      footer={
        <span className="meta">
          {editable
            ? 'Row 5.1. A channel left out on purpose counts as settled; say why.'
            : 'Row 5.1. The governance owner or the workspace owner records them.'}
        </span>
      }
      flush
    >
      <ul>
        {rows.map(({ status, channelKey }) => (
          <ChannelRow
            key={channelKey}
            slug={slug}
            status={status}
            channelKey={channelKey}
            isOpen={editable && search.channel === channelKey}
            editable={editable}
          />
        ))}
      </ul>
    </Box>
  );
}
