import { Facts } from '#components/ui/facts';
import { Icon, type IconName, type Tone } from '#components/ui/icon';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { ChangeEffect, EffectPart } from '#lib/domain/rbac/change-effect';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { permissionLabel } from '#lib/domain/rbac/permission';

/** What a change would do, losses first: how many people, who they are, and which permissions. */
export function Effect({ effect, id }: { effect: ChangeEffect; id?: string }) {
  const { losses, leavesDefault, gains, unchanged } = effect;
  return (
    <div className="grid gap-3" id={id} role="group" aria-label="What the change does">
      <Facts
        facts={[
          { term: 'Lose something', value: peopleWords(losses.people) },
          { term: 'Leave the default', value: peopleWords(leavesDefault.people) },
          { term: 'Gain something', value: peopleWords(gains.people) },
        ]}
      />
      <ul className="grid gap-2">
        <Part part={losses} icon="minus" tone="blocked" words="would lose" />
        <Part part={leavesDefault} icon="log-out" tone="stale" words="would leave the workspace defaults" />
        <Part part={gains} icon="plus" tone="done" words="would gain" />
        {unchanged > 0 ? <li className="meta">{`For ${peopleWords(unchanged)} nothing changes.`}</li> : null}
      </ul>
    </div>
  );
}

type PartProps = {
  part: Omit<EffectPart, 'permissions'> & Partial<Pick<EffectPart, 'permissions'>>;
  icon: IconName;
  tone: Tone;
  words: string;
};

function Part({ part: { people, names, permissions = [] }, icon, tone, words }: PartProps) {
  if (people === 0) return null;
  const labels = permissions.map((key) => permissionLabel(key, catalog));
  const rest = people - names.length;
  const who = rest > 0 ? names.join(', ') : namesWords(names, 5);
  const more = rest > 0 ? ` and ${rest.toLocaleString('en')} more` : '';
  return (
    <li className="flex gap-2">
      <Icon name={icon} tone={tone} />
      <span>
        <strong>{`${peopleWords(people)} ${words}`}</strong>
        {labels.length === 0 ? null : ` ${namesWords(labels, 6)}`}
        <span className="meta block">{`${who}${more}`}</span>
      </span>
    </li>
  );
}
