import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import { ListRow } from '#components/ui/list';
import { ShortList } from '#components/ui/short-list';
import { Time } from '#components/ui/time';
import type { WorklistView } from '#lib/domain/console/worklist-view';
import { takeBackAction } from './actions';
import { PressForm } from './press-form';
import type { Viewer } from './viewer';

const shown = 10;

type Props = { worklist: WorklistView; viewer: Viewer };

/** What was confirmed, with who and when; the newest can be taken back. */
export function DoneBox({ worklist: { confirmations, version }, viewer }: Props) {
  if (confirmations.length === 0) return null;
  const { slug, now, zone, mayConfirm } = viewer;
  return (
    <Box flush title="Done" meta="By a person’s word">
      <ShortList
        shown={shown}
        rows={confirmations.map(({ version: at, words, confirmedAt, confirmedBy }, index) => (
          <ListRow
            key={at}
            lead={<Icon name="circle-check" />}
            second={
              <>
                {confirmedBy}, <Time at={confirmedAt} now={now} zone={zone} />
              </>
            }
            action={
              index === 0 && mayConfirm ? (
                <PressForm
                  quiet
                  action={takeBackAction.bind(null, slug)}
                  hidden={{ version: String(version) }}
                  submit="Undo"
                  submitFor={words}
                />
              ) : null
            }
          >
            {words}
          </ListRow>
        ))}
      />
    </Box>
  );
}
