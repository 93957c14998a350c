'use client';

import type { Route } from 'next';
import { useActionState, useState, type FormEvent } from 'react';
import { LinkButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import type { Skill } from '#lib/domain/team-config/team-config';
import type { BoundAction } from '#lib/shell/bound-action';
import type { setTeamConfigAction } from './actions';

type Action = BoundAction<typeof setTeamConfigAction>;
type Listed = Skill & { href: Route };
type Props = { action: Action; skills: readonly Listed[]; version: number };

/** The skills, each to change or to take away; what was taken away can be put back. */
export function SkillList({ action, skills, version }: Props) {
  const [answer, remove] = useActionState(action, null);
  const [taken, take] = useState<Skill | null>(null);
  const hold = ({ nativeEvent }: FormEvent) => {
    const pressed = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const name = pressed instanceof HTMLButtonElement ? pressed.value : null;
    take(skills.find((skill) => skill.name === name) ?? null);
  };
  const isGone = taken !== null && !skills.some(({ name }) => name === taken.name);

  return (
    <>
      {answer?.ok === false ? <Note tone="blocked" alert title={answer.error.message} /> : null}
      {isGone && answer?.ok ? <PutBack action={action} skill={taken} version={version} /> : null}
      <form action={remove} onSubmit={hold}>
        <input type="hidden" name="version" value={version} />
        <ul>
          {skills.map(({ name, description, href }) => (
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
                <SubmitButton small variant="quiet" name="remove" value={name}>
                  {`Remove ${name}`}
                </SubmitButton>
              </span>
            </li>
          ))}
        </ul>
      </form>
    </>
  );
}

function PutBack({ action, skill, version }: { action: Action; skill: Skill; version: number }) {
  const [answer, putBack] = useActionState(action, null);
  const { name, description, body } = skill;
  return (
    <form action={putBack}>
      {Object.entries({ name, description, body, replaces: '', version }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Note
        tone="done"
        title={answer?.ok === false ? answer.error.message : `Removed ${name}.`}
        action={<SubmitButton small>{`Put ${name} back`}</SubmitButton>}
      />
    </form>
  );
}
