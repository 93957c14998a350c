import { useId, type ReactNode } from 'react';
import { Icon, toneClass, type IconName, type Tone } from './icon';

type Props = {
  /** Whose it is and by when. */
  kicker: string;
  kickerTone?: Tone | undefined;
  kickerIcon?: IconName | undefined;
  /** What to do: a verb. */
  title: string;
  /** Why, and what it means for people. */
  children: ReactNode;
  actions?: ReactNode;
  /** What comes next, a `List`. */
  after?: ReactNode;
};

/** The one thing a page is about, before everything else. */
export function Lead({
  kicker,
  kickerTone = 'warning',
  kickerIcon = 'triangle-alert',
  title,
  ...rest
}: Props) {
  const titleId = useId();
  return (
    <section className="box lead" aria-labelledby={titleId}>
      <div className="lead-main">
        <p className={`lead-kicker ${toneClass[kickerTone]}`}>
          <Icon name={kickerIcon} small />
          {kicker}
        </p>
        <h2 id={titleId}>{title}</h2>
        <p>{rest.children}</p>
        {rest.actions ? <div className="lead-actions">{rest.actions}</div> : null}
      </div>
      {rest.after ? (
        <div className="lead-after">
          <h3>After that</h3>
          {rest.after}
        </div>
      ) : null}
    </section>
  );
}
