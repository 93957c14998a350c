import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';
import { RemoveForm } from '#components/ui/remove-form';
import type { Skill } from '#lib/domain/team-config/team-config';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setTeamConfigAction } from './actions';

type Action = BoundAction<typeof setTeamConfigAction>;
type Listed = Skill & { href: Route };
type Props = { action: Action; skills: readonly Listed[]; version: number; closeHref: Route };

/** The skills, each to change or to take away; what was taken away can be put back. */
export function SkillList({ action, skills, version, closeHref }: Props) {
  // Removing makes the next version, and putting back is about that one.
  const added = { replaces: '', version: String(version + 1) };
  return (
    <ul>
      {skills.map(({ name, description, body, href }) => (
        <li
          key={name}
          className="grid gap-x-4 gap-y-1 border-t border-line py-3 first:border-t-0 mid:grid-cols-[minmax(0,1fr)_auto]"
        >
          <span className="min-w-0">
            <code className="block break-words">{name}</code>
            <span className="meta-soft block">{description}</span>
          </span>
          <span className="flex flex-wrap items-start gap-2">
            <LinkButton small variant="quiet" href={href} scroll={false}>
              {`Change ${name}…`}
            </LinkButton>
            <RemoveForm
              action={action}
              hidden={{ remove: name, version: String(version) }}
              submit={`Remove ${name}`}
              removed={`Removed: ${name}`}
              undo={{ action, values: { name, description, body, ...added } }}
              closeHref={closeHref}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
