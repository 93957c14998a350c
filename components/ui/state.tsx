import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName, type Tone } from './icon';

export type StateName = 'todo' | 'in_progress' | 'waiting' | 'blocked' | 'done' | 'stale' | 'not_applicable';

type Drawing = { icon: IconName; tone: Tone; word: string; weighty?: boolean | undefined };

const drawings: Readonly<Record<StateName, Drawing>> = {
  todo: { icon: 'circle', tone: 'quiet', word: 'To do' },
  in_progress: { icon: 'contrast', tone: 'progress', word: 'In progress' },
  waiting: { icon: 'hourglass', tone: 'waiting', word: 'Waiting', weighty: true },
  blocked: { icon: 'octagon-minus', tone: 'blocked', word: 'Blocked', weighty: true },
  done: { icon: 'circle-check', tone: 'done', word: 'Done' },
  stale: { icon: 'history', tone: 'stale', word: 'Stale', weighty: true },
  not_applicable: { icon: 'minus', tone: 'quiet', word: 'Not applicable' },
};

type Props = {
  state: StateName;
  /** Other words for the same state: "2 done", "Waits for Step 1". */
  children?: ReactNode;
  /** Smaller and lighter, for tiles. */
  small?: boolean | undefined;
};

/** One of the seven states: the icon in its colour, the word in ink. */
export function State({ state, children, small }: Props) {
  const { icon, tone, word, weighty } = drawings[state];
  return (
    <span
      className={classNames(
        'state',
        small && 'state-meta',
        weighty && !small && 'state-weighty',
        state === 'not_applicable' && 'state-quiet',
      )}
    >
      <Icon name={icon} tone={tone} small={small} />
      {children ?? word}
    </span>
  );
}

/** The icon of a state alone, beside words that name it, or with a name of its own. */
export function StateIcon({ state, labelled }: { state: StateName; labelled?: boolean | undefined }) {
  const { icon, tone, word } = drawings[state];
  return <Icon name={icon} tone={tone} label={labelled ? word : undefined} />;
}

/** The value that does not agree with another one, named in `from` for those who do not see the mark. */
export function Difference({ children, from }: { children: ReactNode; from: string }) {
  return (
    <span className="differs">
      <Icon name="equal-not" small className="mr-1" />
      {children}
      <span className="sr-only">, differs from {from}</span>
    </span>
  );
}
