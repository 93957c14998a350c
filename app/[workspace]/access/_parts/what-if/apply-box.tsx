import { Effect } from '#access/effect';
import { Box } from '#components/ui/box';
import { Icon } from '#components/ui/icon';
import { Note } from '#components/ui/note';
import { countsIn } from '#lib/domain/drafts/draft-effect';
import type { DraftScreen } from '#lib/queries/draft-screen';
import { applyDraftAction } from './actions';
import { ApplyForm } from './apply-form';
import { draftHref, type DraftAddress } from './draft-address';
import { EffectTable } from './effect-table';

type Props = { screen: DraftScreen; address: DraftAddress };

/** The last look before a draft is applied: what it does in people, then the button that does it. */
export function ApplyBox({ screen: { draft, effect, changes, seen: now }, address }: Props) {
  const counted = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  const { seen } = address;
  return (
    <Box title={`Apply ${draft.name}`} icon={<Icon name="git-compare" tone="quiet" />} meta="Not applied yet">
      <div className="grid gap-4">
        {seen !== '' && seen !== now ? (
          <>
            <Note tone="stale" title="Whom this draft meets has changed since you looked.">
              Below is whom it would meet now. Apply it if that is still what you want.
            </Note>
            <EffectTable seen={countsIn(seen)} now={countsIn(now)} />
          </>
        ) : null}
        <Effect effect={effect} />
        <p className="text-text-2">
          All of it is written at once, and the record names each thing it changes. What is wanted here is
          then to be done in the vendor’s console.
        </p>
        <ApplyForm
          key={`${now} ${draft.version}`}
          action={applyDraftAction.bind(null, address.slug)}
          values={{ id: draft.id, version: String(draft.version), effect: now }}
          submit={`Apply ${counted}`}
          againHref={draftHref(address, { apply: 'again', seen: now })}
          closeHref={draftHref(address)}
        />
      </div>
    </Box>
  );
}
