'use client';

import { CodeBlock } from '#components/ui/code-block';
import { Disclosure } from '#components/ui/disclosure';
import type { ShownConflict } from '#components/ui/form-foot';
import type { Refused } from '#components/ui/form-state';
import { LineDifference } from '#components/ui/line-difference';
import { Note } from '#components/ui/note';
import { Time } from '#components/ui/time';
import { isProfile } from '#lib/domain/config-text/mobileconfig';
import { differentLines } from '#lib/domain/line-difference';

/** The text as somebody else saved it. */
type Saved = { text: string; version: number; changedAt: Date | null; changedBy: string | null };

/** Where the page of the text is, and the clock that its times are told by. */
export type ConflictPlace = { file: string; href: string; now: Date; zone: string };

type Met = { refused: Refused; takeTheirs: () => void };

/** A conflict over the text of a file: theirs beside mine, and what either press does. */
export function textConflict({ refused, takeTheirs }: Met, place: ConflictPlace): ShownConflict {
  // safe because the conflict of a write of a text holds the text as it is stored now
  const theirs = refused.error.current as Saved;
  return {
    panel: <TextConflict theirs={theirs} mine={refused.typed.text ?? ''} place={place} />,
    keepMine: `Keep mine and save over version ${theirs.version}`,
    others: (
      <a
        className="btn"
        href={place.href}
        data-leaves="knowingly"
        onClick={(event) => {
          event.preventDefault();
          takeTheirs();
        }}
      >
        Take theirs
      </a>
    ),
  };
}

type Props = { theirs: Saved; mine: string; place: ConflictPlace };

function TextConflict({ theirs, mine, place: { file, now, zone } }: Props) {
  const { text, version, changedAt, changedBy } = theirs;
  return (
    <section className="grid gap-3" aria-label={`Yours and theirs of ${file}`}>
      <Note
        tone="stale"
        icon="git-compare"
        alert
        title={`${changedBy ?? 'Somebody'} saved version ${version} since you opened this.`}
      >
        {changedAt ? (
          <>
            {'Saved '}
            <Time at={changedAt} now={now} zone={zone} />
            {'. '}
          </>
        ) : null}
        What you typed is below, not saved. Keep one of the two, or write a third from both and keep that.
      </Note>
      <div className="box">
        <Lines text={text} mine={mine.replaceAll('\r\n', '\n')} />
        <div className="border-t border-line px-4 py-3">
          <Disclosure summary={`All of theirs, version ${version}`}>
            <CodeBlock label={`Theirs, version ${version}`} text={text} />
          </Disclosure>
        </div>
      </div>
    </section>
  );
}

function Lines({ text, mine }: { text: string; mine: string }) {
  if (isProfile(mine)) {
    return <p className="px-4 py-3">Yours is a profile: it cannot be shown line by line beside theirs.</p>;
  }
  const parts = differentLines(text, mine);
  if (parts.length === 0) return <p className="px-4 py-3">Both say the same.</p>;
  return (
    <>
      <p className="meta border-b border-line px-4 py-2">
        − stands in theirs alone, + in yours alone, with the number of the line.
      </p>
      <div className="max-h-[40vh] overflow-y-auto">
        <LineDifference label="Theirs against yours" parts={parts} />
      </div>
    </>
  );
}
