import { LinkButton } from '#components/ui/button';
import { peopleWords } from '#lib/domain/rbac/counted';
import type { KeepWay } from '#lib/queries/draft-proof';
import { addToDraftAction, takeFromDraftAction } from './actions';
import { draftHref, type DraftAddress } from './draft-address';
import { PressForm } from './press-form';

type WayProps = {
  way: KeepWay;
  draft: { id: string; version: number };
  address: DraftAddress;
  editable: boolean;
};

/** A way to keep what somebody would lose, with what it costs: a button where the reader may go it. */
export function WayToKeep({ way, draft, address, editable }: WayProps) {
  const { slug } = address;
  const values = { id: draft.id, version: String(draft.version) };
  const [words, cost] = wayWords(way);
  const hint = <p className="hint">{cost}</p>;
  if (!editable) {
    return (
      <>
        <p>{words}</p>
        {hint}
      </>
    );
  }
  if (way.kind === 'second-role') {
    const href = draftHref(address, { add: 'group-role-added', group: way.group, person: '' });
    return (
      <>
        <span>
          <LinkButton small href={href} scroll={false}>{`${words}…`}</LinkButton>
        </span>
        {hint}
      </>
    );
  }
  const isGrant = way.kind === 'grant';
  const more = isGrant ? { changes: JSON.stringify(way.changes) } : { place: String(way.place) };
  return (
    <>
      {isGrant ? (
        <PressForm action={addToDraftAction.bind(null, slug)} values={{ ...values, ...more }} label={words} />
      ) : (
        <PressForm
          action={takeFromDraftAction.bind(null, slug)}
          values={{ ...values, ...more }}
          label={words}
        />
      )}
      {hint}
    </>
  );
}

function wayWords(way: KeepWay): [words: string, cost: string] {
  if (way.kind === 'grant') {
    const what = way.changes.length === 1 ? 'it' : `all ${way.changes.length}`;
    return [`Grant ${what} in ${way.name}`, `${peopleWords(way.people)} would have it`];
  }
  if (way.kind === 'second-role') {
    return [`Give ${way.name} a second role`, `${peopleWords(way.people)} would have what it grants`];
  }
  return [`Take change ${way.place + 1} out of the draft`, 'Whoever it meets stays as they are'];
}
