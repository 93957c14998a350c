import { Icon } from '#components/ui/icon';
import { Panel, PanelPart } from '#components/layout/panel';
import { Way } from '#components/ui/way';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { LossProof } from '#lib/domain/drafts/proof';
import { namesWords } from '#lib/domain/rbac/counted';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { DraftProof } from '#lib/queries/draft-proof';
import { draftHref, type DraftAddress } from './draft-address';
import { WayToKeep } from './way-to-keep';

type Props = {
  proof: DraftProof;
  draft: { id: string; version: number };
  address: DraftAddress;
  editable: boolean;
};

const label = (key: string) => permissionLabel(key, catalog);

/** What the draft does to one person: each loss from today to after, the gains, and how to keep what is lost. */
export function ProofPanel({ proof, draft, address, editable }: Props) {
  const { person, losses, gains, ways } = proof;
  const where = person.groups.length > 0 ? namesWords(person.groups, 3) : 'in no group';
  return (
    <Panel
      kicker="Proof for one person"
      title={person.name}
      closeHref={draftHref(address, { person: '' })}
      lead={<p className="meta-soft">{`${person.email}, ${where}`}</p>}
    >
      {losses.length + gains.length === 0 ? (
        <PanelPart>
          <p>{person.isActive ? 'Nothing changes for them.' : 'Deactivated people have no access.'}</p>
        </PanelPart>
      ) : null}
      {losses.map((loss, place) => (
        <Loss key={loss.permission} loss={loss} first={place === 0 ? undefined : losses[0]} />
      ))}
      {gains.length > 0 ? (
        <PanelPart title="Gains">
          <ul className="grid gap-1.5">
            {gains.map(({ permission, through }) => (
              <li key={permission} className="flex gap-2">
                <Icon name="plus" tone="done" small />
                <span>
                  {label(permission)}{' '}
                  <span className="meta">
                    {through.length > 0 ? namesWords(through, 2) : 'workspace defaults'}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </PanelPart>
      ) : null}
      {ways.length > 0 ? (
        <PanelPart title={losses.length === 1 ? 'Nearest ways to keep it' : 'Nearest ways to keep them'}>
          <ul className="grid gap-3">
            {ways.map((way) => (
              <li key={JSON.stringify(way)} className="grid gap-1">
                <WayToKeep {...{ way, draft, address, editable }} />
              </li>
            ))}
          </ul>
        </PanelPart>
      ) : null}
    </Panel>
  );
}

/** One loss; where it happens as the first one does, that is all there is to say. */
function Loss({ loss, first }: { loss: LossProof; first: LossProof | undefined }) {
  const isSame = first !== undefined && shape(loss) === shape(first);
  return (
    <PanelPart>
      <h3 className="mb-2 flex items-center gap-1.5">
        <Icon name="minus" tone="blocked" small />
        {`Loses ${label(loss.permission)}`}
      </h3>
      {isSame ? <p className="text-text-2">Same reason.</p> : <Way steps={loss.steps} />}
    </PanelPart>
  );
}

const shape = ({ permission, steps }: LossProof): string =>
  JSON.stringify(steps).replaceAll(JSON.stringify(label(permission)).slice(1, -1), '…');
