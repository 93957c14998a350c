import { LinkButton } from '#components/ui/button';
import { List, ListRow } from '#components/ui/list';
import type { TeamConfigView } from '#lib/domain/team-config/team-config-view';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setTeamConfigAction } from './actions';
import { SkillForm } from './skill-form';
import { SkillList } from './skill-list';
import { skillAddress, type OpenSkill } from './team-config-address';

type Action = BoundAction<typeof setTeamConfigAction>;
type Props = { slug: string; config: TeamConfigView; action: Action | null; open: OpenSkill };

/** The skills, and the form of the one that is open. */
export function SkillsPart({ slug, config, action, open }: Props) {
  const { skills, version } = config;
  const closeHref = skillAddress(slug, null);
  const opened = open !== null && open !== 'new' ? skills.find(({ name }) => name === open.name) : null;
  const isOpen = open === 'new' || Boolean(opened);
  return (
    <section className="grid gap-3 border-t border-line p-4" aria-label="Skills">
      <h3>Skills</h3>
      {skills.length === 0 ? <p className="text-text-2">There are no skills.</p> : null}
      {action ? (
        <SkillList
          action={action}
          skills={skills.map((skill) => ({ ...skill, href: skillAddress(slug, { name: skill.name }) }))}
          version={version}
        />
      ) : (
        <Names skills={skills} />
      )}
      {action && isOpen ? (
        <SkillForm
          key={opened?.name ?? 'new'}
          action={action}
          skill={opened ?? null}
          version={version}
          closeHref={closeHref}
        />
      ) : null}
      {action && !isOpen ? (
        <p>
          <LinkButton small icon="plus" href={skillAddress(slug, 'new')} scroll={false}>
            Add a skill…
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}

function Names({ skills }: { skills: TeamConfigView['skills'] }) {
  return (
    <List>
      {skills.map(({ name, description }) => (
        <ListRow key={name} second={description}>
          <code>{name}</code>
        </ListRow>
      ))}
    </List>
  );
}
