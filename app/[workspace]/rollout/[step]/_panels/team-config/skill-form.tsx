'use client';

import { Field, TextArea } from '#components/ui/field';
import { Form } from '#components/ui/form';
import type { Skill } from '#lib/domain/team-config/team-config';
import type { TeamConfigView } from '#lib/domain/team-config/team-config-view';
import type { BoundAction } from '#lib/shell/bound-action';
import type { Route } from 'next';
import type { setTeamConfigAction } from './actions';

type Props = {
  action: BoundAction<typeof setTeamConfigAction>;
  /** The skill to change; null adds one. */
  skill: Skill | null;
  version: number;
  closeHref: Route;
};

/** Adds a skill, or changes one. */
export function SkillForm({ action, skill, version, closeHref }: Props) {
  return (
    <Form
      action={action}
      version={version}
      hidden={{ replaces: skill?.name ?? '' }}
      submit={skill ? 'Save the skill' : 'Add the skill'}
      saved={skill ? 'Skill saved.' : 'Skill added.'}
      closeHref={closeHref}
      theirs={theirWords}
    >
      {({ errorOf, typedOf }) => (
        <>
          <Field
            label="Name"
            name="name"
            hint="Becomes the folder: small letters, digits and hyphens, up to 64."
            defaultValue={typedOf('name', skill?.name)}
            error={errorOf('name')}
            spellCheck={false}
            autoComplete="off"
            mono
          />
          <Field
            label="Description"
            name="description"
            hint="When Codex should use it. Codex chooses by this sentence."
            defaultValue={typedOf('description', skill?.description)}
            error={errorOf('description')}
            autoComplete="off"
          />
          <TextArea
            label="Instructions"
            name="body"
            hint="Markdown. It becomes SKILL.md below the name and the description."
            defaultValue={typedOf('body', skill?.body)}
            error={errorOf('body')}
            rows={10}
            mono
          />
        </>
      )}
    </Form>
  );
}

function theirWords(current: unknown): string {
  // safe because a conflict carries the object that the action gives
  const { skills, version } = current as TeamConfigView;
  const names = skills.map(({ name }) => name).join(', ');
  return `version ${version}, skills: ${names === '' ? 'none' : names}`;
}
