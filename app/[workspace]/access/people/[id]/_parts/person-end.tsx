import { LinkButton } from '#components/ui/button';
import { RemoveForm } from '#components/ui/remove-form';
import { accessHref } from '#access/access-address';
import { changePersonAction, removePersonAction, restorePersonAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import type { PersonWithAccess } from './person';
import { PersonName } from '#access/person-form';
import { SaveForm } from '#access/save-form';

type Props = { slug: string; person: PersonWithAccess };

const storedOf = ({ id, name, email, version }: PersonWithAccess) => ({ id, name, email, version });

/** A person's name and address, and the ways to end their access. */
export function PersonEnd({ slug, person }: Props) {
  const { id, isActive, version } = person;
  const place = { view: 'person', id } as const;
  return (
    <div className="grid gap-4">
      <PersonName action={changePersonAction.bind(null, slug)} person={storedOf(person)} />
      <div className="flex flex-wrap items-center gap-2">
        {isActive ? (
          <LinkButton small variant="quiet" href={accessHref(slug, place, { leave: 'deactivate' })}>
            Deactivate…
          </LinkButton>
        ) : (
          <SaveForm
            action={changePersonAction.bind(null, slug)}
            hidden={{ id, isActive: 'true' }}
            version={version}
            submit="Reactivate"
            saved="Reactivated."
          />
        )}
        <LinkButton small variant="quiet" href={accessHref(slug, place, { leave: 'remove' })}>
          Remove…
        </LinkButton>
      </div>
    </div>
  );
}

/** A person is about to be deactivated or removed: what they lose, then the button. */
export function PersonLeaving({ slug, person, how }: Props & { how: string }) {
  const { id, name, version } = person;
  const isRemoval = how === 'remove';
  return (
    <ChangePreview
      slug={slug}
      title={isRemoval ? `Remove ${name}` : `Deactivate ${name}`}
      changes={[{ kind: 'person-deactivated', person: id }]}
    >
      {isRemoval ? (
        <RemoveForm
          action={removePersonAction.bind(null, slug)}
          hidden={{ id, version: String(version) }}
          submit={`Remove ${name}`}
          primary
          removed={`${name} removed.`}
          undo={{ action: restorePersonAction.bind(null, slug), values: { id } }}
          closeHref={accessHref(slug, { view: 'people' })}
        >
          <LinkButton variant="quiet" href={accessHref(slug, { view: 'person', id })} scroll={false}>
            Cancel
          </LinkButton>
        </RemoveForm>
      ) : (
        <SaveForm
          action={changePersonAction.bind(null, slug)}
          hidden={{ id, isActive: 'false' }}
          version={version}
          submit={`Deactivate ${name}`}
          primary
          saved={`${name} deactivated.`}
          closeHref={accessHref(slug, { view: 'person', id })}
        />
      )}
    </ChangePreview>
  );
}
