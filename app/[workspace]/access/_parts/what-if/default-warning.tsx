import { Note } from '#components/ui/note';
import { permissions as catalog } from '#lib/catalog/permissions';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { FixOffer } from '#lib/queries/draft-screen';
import { addToDraftAction } from './actions';
import { PressForm } from './press-form';

type Props = {
  slug: string;
  fix: FixOffer;
  losses: number;
  draft: { id: string; version: number };
  editable: boolean;
};

/** The trap of custom roles, told where it would bite, with the change that keeps it from doing so. */
export function DefaultWarning({ slug, fix, losses, draft, editable }: Props) {
  const labels = fix.permissions.map((key) => permissionLabel(key, catalog));
  const all = ['it', 'both'][labels.length - 1] ?? `all ${labels.length}`;
  const effect = `${losses.toLocaleString('en')} ${losses === 1 ? 'loss becomes' : 'losses become'} ${fix.losses.toLocaleString('en')}`;
  const others =
    fix.othersGain > 0 ? `; ${othersWords(fix.othersGain)} ${labels.length > 1 ? 'some of them' : 'it'}` : '';
  return (
    <Note tone="stale" icon="log-out" title="Any custom role switches the workspace default off.">
      {`${fix.name} does not grant what these people have today: `}
      <strong>{namesWords(labels, 6)}</strong>.
      {editable ? (
        <div className="mt-2">
          <PressForm
            action={addToDraftAction.bind(null, slug)}
            values={{ id: draft.id, version: String(draft.version), changes: JSON.stringify(fix.changes) }}
            label={`Grant ${all} in ${fix.name}`}
          >
            <span className="meta-soft">{`${effect}${others}`}</span>
          </PressForm>
        </div>
      ) : null}
    </Note>
  );
}

const othersWords = (count: number): string =>
  count === 1 ? '1 other gains' : `${peopleWords(count).replace(' people', ' others')} gain`;
