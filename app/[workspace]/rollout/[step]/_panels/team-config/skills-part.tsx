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

/** The skills, and the form of the one that is open; without an action they are read. */
export function SkillsPart({ slug, config: { skills, version }, action, open }: Props) {
  const listed = skills.map((skill) => ({ ...skill, href: skillAddress(slug, { name: skill.name }) }));
  return (
    <section className="grid gap-3 border-t border-line p-4" aria-label="Skills">
      <h3>Skills</h3>
      {skills.length === 0 ? <p className="text-text-2">There are no skills.</p> : null}
      {action ? (
        <>
          <SkillList action={action} skills={listed} version={version} closeHref={skillAddress(slug, null)} />
          <OpenForm slug={slug} skills={skills} version={version} action={action} open={open} />
        </>
      ) : (
        <Names skills={skills} />
      )}
    </section>
  );
}

type FormProps = Pick<TeamConfigView, 'skills' | 'version'> & {
  slug: string;
  action: Action;
  open: OpenSkill;
};

function OpenForm({ slug, skills, version, action, open }: FormProps) {
  const named = open === null || open === 'new' ? null : open.name;
  const skill = skills.find(({ name }) => name === named) ?? null;
  if (open !== 'new' && !skill) {
    return (
      <p>
        <LinkButton small icon="plus" href={skillAddress(slug, 'new')} scroll={false}>
          Add a skill…
        </LinkButton>
      </p>
    );
  }
  const closeHref = skillAddress(slug, null);
  return (
    <SkillForm
      key={skill?.name ?? 'new'}
      action={action}
      skill={skill}
      version={version}
      closeHref={closeHref}
    />
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
