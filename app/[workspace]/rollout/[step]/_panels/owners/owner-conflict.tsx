import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { PersonForm, type Person, type Sending } from './person-form';

type Props = { sending: Sending; mine: Person; theirs: Person };

/** Two people named somebody for the same duty: both, side by side; either can be kept. */
export function OwnerConflict({ sending, mine, theirs }: Props) {
  return (
    <>
      <Note tone="stale" icon="git-compare" alert title="Somebody saved this duty since you opened it.">
        Nothing is lost: keep one of the two, or write a third below and save it.
      </Note>
      <div className="grid gap-4 mid:grid-cols-2">
        <Side sending={sending} person={mine} title="Yours" standing="not saved yet" keep="Keep mine" />
        <Side sending={sending} person={theirs} title="Theirs" standing="saved" keep="Keep theirs" />
      </div>
    </>
  );
}

type SideProps = { sending: Sending; person: Person; title: string; standing: string; keep: string };

function Side({ sending, person, title, standing, keep }: SideProps) {
  return (
    <PersonForm sending={sending} person={person}>
      <h3>
        {title} <span className="meta">{standing}</span>
      </h3>
      <p className="mb-2 text-read">
        {person.name ?? 'Nobody'}
        <span className="block text-text-2">{person.email}</span>
        {person.standInName ? (
          <span className="block text-text-2">{`Could stand in: ${person.standInName}`}</span>
        ) : null}
      </p>
      <SubmitButton small>{keep}</SubmitButton>
    </PersonForm>
  );
}
