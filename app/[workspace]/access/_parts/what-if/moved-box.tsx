import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { permissions as catalog } from '#lib/catalog/permissions';
import { movedWords } from '#lib/domain/drafts/base-words';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { takeBaseAction } from './actions';
import { PressForm } from './press-form';

type Props = { slug: string; screen: DraftScreen; editable: boolean };

const columns = [{ label: 'What' }, { label: 'When you looked' }, { label: 'Now' }];

/** What the draft rests on that somebody changed since it was last looked at. Nothing where nothing has moved. */
export function MovedBox({ slug, screen: { draft, moved }, editable }: Props) {
  if (moved.length === 0) return null;
  return (
    <Box
      title="What this draft rests on has moved"
      icon={<Icon name="history" tone="stale" />}
      meta="The numbers below are as of now"
      flush
      footer={
        editable ? (
          <PressForm
            action={takeBaseAction.bind(null, slug)}
            values={{ id: draft.id, version: String(draft.version) }}
            label="Take it as it is now"
          >
            <span className="meta">Then look again at whom the draft meets, and apply it.</span>
          </PressForm>
        ) : undefined
      }
    >
      <Table label="What has moved" columns={columns}>
        {moved.map((value) => {
          const { subject, before, now } = movedWords(value, (key) => permissionLabel(key, catalog));
          return (
            <TableRow key={JSON.stringify(value.before)} head={subject}>
              <TableCell>{before}</TableCell>
              <TableCell>
                <strong>{now}</strong>
              </TableCell>
            </TableRow>
          );
        })}
      </Table>
    </Box>
  );
}
