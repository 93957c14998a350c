import { Effect } from '#access/effect';
import { SaveForm } from '#access/save-form';
import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { applyDraftAction } from './actions';
import { draftHref, type DraftAddress } from './draft-address';

type Props = { screen: DraftScreen; address: DraftAddress };

/** The last look before a draft is applied: what it does in people, then the button that does it. */
export function ApplyBox({ screen: { draft, effect, changes }, address }: Props) {
  const counted = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return (
    <Box title={`Apply ${draft.name}`} icon={<Icon name="git-compare" tone="quiet" />} meta="Not applied yet">
      <div className="grid gap-4">
        <Effect effect={effect} />
        <p className="text-text-2">
          All of it is written at once, and the record names each thing it changes. What is wanted here is
          then to be done in the vendor’s console.
        </p>
        <SaveForm
          action={applyDraftAction.bind(null, address.slug)}
          hidden={{ id: draft.id }}
          version={draft.version}
          submit={`Apply ${counted}`}
          primary
          saved="Applied."
          closeHref={draftHref(address)}
        />
      </div>
    </Box>
  );
}
