import { Badge } from '#components/ui/badge';
import { Disclosure } from '#components/ui/disclosure';
import { Day } from '#components/ui/time';
import {
  shellSplitting,
  shellSplittingSource,
  wholeScripts,
  type ShellTurns,
} from '#lib/catalog/shell-splitting';

/** How a client splits a line, and so what rules do not catch, by commands that were played through it. */
export function Uncaught({ now }: { now: Date }) {
  const { client, playedOn } = shellSplittingSource;
  return (
    <Disclosure summary="What rules do not catch">
      <div className="grid grid-cols-1 gap-4">
        <p>
          Rules look at words, not at what a command does. The sandbox is the wall, rules are a rail. Each
          command below was played through the client under a rule that forbids touch.
        </p>
        {[...shellSplitting, wholeScripts].map((kind) => (
          <Kind key={kind.title} kind={kind} />
        ))}
        <p className="meta">
          {`Seen with ${client}, `}
          <Day day={playedOn} now={now} />.
        </p>
      </div>
    </Disclosure>
  );
}

function Kind({ kind: { title, says, turns } }: { kind: ShellTurns }) {
  const caught = turns.filter(({ seen }) => seen === 'refused');
  const missed = turns.filter(({ seen }) => seen !== 'refused');
  return (
    <section className="grid grid-cols-1 gap-2" aria-label={title}>
      <h4 className="font-medium">{title}</h4>
      <p className="text-text-2">{says}</p>
      <Commands word="Caught" tone="done" turns={caught} />
      <Commands word="Not caught" tone="blocked" turns={missed} />
    </section>
  );
}

type CommandsProps = { word: string; tone: 'done' | 'blocked'; turns: ShellTurns['turns'] };

function Commands({ word, tone, turns }: CommandsProps) {
  if (turns.length === 0) return null;
  return (
    <div className="grid gap-1 mid:grid-cols-[7rem_minmax(0,1fr)]">
      <span>
        <Badge tone={tone} icon={tone === 'done' ? 'circle-check' : 'circle-x'}>
          {word}
        </Badge>
      </span>
      <ul className="grid gap-1">
        {turns.map(({ command }) => (
          <li key={command}>
            <code className="break-words whitespace-pre-wrap">{command}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
