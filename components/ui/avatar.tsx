import { classNames } from './class-names';

/** First letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('en');
}

type Props = {
  /** null: nobody. */
  name: string | null;
  small?: boolean | undefined;
  /** The name stands beside it. */
  decorative?: boolean | undefined;
};

/** A person as two letters; a dashed question mark for nobody. */
export function Avatar({ name, small, decorative }: Props) {
  const label = name ?? 'Nobody';
  return (
    <span
      className={classNames('avatar', small && 'avatar-small', name === null && 'avatar-none')}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label })}
    >
      {name === null ? '?' : initials(name)}
    </span>
  );
}
