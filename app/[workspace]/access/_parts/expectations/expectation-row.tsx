import Link from 'next/link';
import { accessHref } from '#access/access-address';
import { accessPath } from '#access/access-places';
import { LinkButton } from '#components/ui/button';
import { MoveForm } from '#components/ui/move-form';
import { RemoveForm } from '#components/ui/remove-form';
import { State } from '#components/ui/state';
import { foundWords, type Names } from '#lib/domain/rbac/expectations/expectation-words';
import type { JudgedExpectation } from '#lib/domain/rbac/expectations/expectation-facts';
import { addExpectationAction, moveExpectationAction, removeExpectationAction } from './actions';
import { breakersHref, expectationAnchor } from './expectation-address';

export type Result = {
  sentence: string;
  accepted: boolean;
  people: readonly { id: string; name: string }[];
};

type Props = {
  slug: string;
  one: JudgedExpectation;
  result: Result;
  names: Names;
  /** Whether somebody may change the list. */
  edits: { version: number; place: number; isLast: boolean } | null;
};

const namesShown = 5;

/** One sentence, whether it holds, and who breaks it. */
export function ExpectationRow({ slug, one, result, names, edits }: Props) {
  const found = foundWords(one, one, names);
  return (
    <li id={expectationAnchor(one.id)} className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <strong className="min-w-60 flex-1 wrap-anywhere">{`${result.sentence}.`}</strong>
        <Holds one={one} accepted={result.accepted} />
      </div>
      {found ? <p className="text-text-2">{found}</p> : null}
      <Breakers {...{ slug, one }} people={result.people} />
      {edits ? <RowEdits {...{ slug, one, edits }} sentence={result.sentence} /> : null}
    </li>
  );
}

function Holds({ one, accepted }: { one: JudgedExpectation; accepted: boolean }) {
  if (one.holds) return <State state="done">Holds</State>;
  return accepted ? <State state="waiting">Fails, accepted</State> : <State state="blocked">Fails</State>;
}

function Breakers({ slug, one, people }: Pick<Props, 'slug' | 'one'> & Pick<Result, 'people'>) {
  if (people.length === 0) return null;
  const shown = people.slice(0, namesShown);
  const more = one.count - shown.length;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1">
      {shown.map(({ id, name }) => (
        <Link key={id} className="alone" prefetch={false} href={accessHref(slug, { view: 'person', id })}>
          {name}
        </Link>
      ))}
      {more > 0 ? <span className="text-text-2">{`and ${more.toLocaleString('en')} more`}</span> : null}
      <Link className="alone" href={breakersHref(slug, one)}>
        List them
      </Link>
    </p>
  );
}

type EditsProps = Pick<Props, 'slug' | 'one'> & { edits: NonNullable<Props['edits']>; sentence: string };

function RowEdits({ slug, one, edits: { version, place, isLast }, sentence }: EditsProps) {
  const { id, kind, group, permission, people } = one;
  const theirs = 'the list has been changed';
  const move = { action: moveExpectationAction.bind(null, slug), id, version, name: sentence, theirs };
  const said = { kind, group: group ?? '', permission, people: people === null ? '' : String(people) };
  const values = { ...said, id, place: String(place) };
  return (
    <div className="flex flex-wrap items-start gap-2">
      <LinkButton small href={accessPath(slug, 'expectations', { search: { edit: id } })} scroll={false}>
        Edit<span className="sr-only"> “{sentence}”</span>
      </LinkButton>
      {place === 0 ? null : <MoveForm {...move} to="up" />}
      {isLast ? null : <MoveForm {...move} to="down" />}
      <RemoveForm
        action={removeExpectationAction.bind(null, slug)}
        hidden={{ id, version: String(version) }}
        submit="Remove"
        submitFor={`“${sentence}”`}
        removed="Removed."
        undo={{ action: addExpectationAction.bind(null, slug), values }}
        closeHref={accessPath(slug, 'expectations')}
      />
    </div>
  );
}
