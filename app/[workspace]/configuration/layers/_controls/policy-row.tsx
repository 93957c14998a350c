import { LinkButton } from '#components/ui/button';
import { MoveForm } from '#components/ui/move-form';
import { Icon } from '#components/ui/icon';
import { RemoveForm } from '#components/ui/remove-form';
import { State } from '#components/ui/state';
import type { Finding } from '#lib/domain/config-check/finding';
import type { PlacementFinding } from '#lib/domain/config-policies/policy-reach';
import { movePolicyAction, putBackPolicyAction, removePolicyAction } from './actions';
import { layersHref } from './layers-address';

export type Policy = {
  id: string;
  name: string;
  text: string;
  groups: readonly { id: string; name: string | null }[];
  version: number;
  people: number;
  reached: number;
  placement: readonly PlacementFinding[];
  findings: readonly Finding[];
};

type Edits = { place: number; isLast: boolean };
type Props = { slug: string; policy: Policy; edits: Edits | null };

/** One policy: for whom, whom it reaches, what is wrong with it. */
export function PolicyRow({ slug, policy, edits }: Props) {
  const { name, groups, people, reached, placement, findings } = policy;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return (
    <li className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <strong className="min-w-60 flex-1 wrap-anywhere">{name}</strong>
        <span className="text-text-2">{`Reaches ${reached.toLocaleString('en')} of ${people.toLocaleString('en')} in its groups`}</span>
      </div>
      <p className="text-text-2 wrap-anywhere">
        {groups.length === 0
          ? 'For no group'
          : groups.map((group) => group.name ?? `${group.id} (gone)`).join(', ')}
      </p>
      {placement.map(({ id, severity, message }) => (
        <p key={`${id}:${message}`} className="flex items-start gap-2">
          <Icon
            name={severity === 'info' ? 'info' : 'triangle-alert'}
            tone={severity === 'info' ? 'progress' : 'stale'}
            small
          />
          <span className="min-w-0 wrap-anywhere">{message}</span>
        </p>
      ))}
      {errors > 0 ? (
        <State state="blocked" small>
          {errors === 1 ? '1 error in its text' : `${errors} errors in its text`}
        </State>
      ) : null}
      {warnings > 0 ? (
        <State state="stale" small>
          {warnings === 1 ? '1 warning in its text' : `${warnings} warnings in its text`}
        </State>
      ) : null}
      {edits ? <RowEdits {...{ slug, policy, edits }} /> : null}
    </li>
  );
}

function RowEdits({ slug, policy, edits: { place, isLast } }: Props & { edits: Edits }) {
  const { id, name, text, version, groups } = policy;
  const theirs = 'the policy has been changed';
  const move = { action: movePolicyAction.bind(null, slug), id, version, name, theirs };
  const former = { id, name, text, place: String(place), groups: groups.map((group) => group.id).join('\n') };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <LinkButton small href={layersHref(slug, id)} scroll={false}>
        Edit<span className="sr-only"> “{name}”</span>
      </LinkButton>
      {place === 0 ? null : <MoveForm {...move} to="up" />}
      {isLast ? null : <MoveForm {...move} to="down" />}
      <RemoveForm
        action={removePolicyAction.bind(null, slug)}
        hidden={{ id, version: String(version) }}
        submit="Remove"
        submitFor={`“${name}”`}
        removed={`Removed: ${name}`}
        undo={{ action: putBackPolicyAction.bind(null, slug), values: former }}
        closeHref={layersHref(slug)}
      />
    </div>
  );
}
