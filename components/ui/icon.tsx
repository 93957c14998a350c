import { classNames } from './class-names';
import type { IconName } from './icon-names';
import sprite from './icons.svg';

export type { IconName } from './icon-names';

const tones = {
  done: 'text-done',
  progress: 'text-progress',
  waiting: 'text-waiting',
  stale: 'text-stale',
  blocked: 'text-blocked',
  warning: 'text-warning',
  error: 'text-error',
  info: 'text-info',
  quiet: 'text-text-3',
} as const;

export type Tone = keyof typeof tones;

/** The class that gives a word or an icon the colour of a state. */
export const toneClass: Readonly<Record<Tone, string>> = tones;

type Props = {
  name: IconName;
  tone?: Tone | undefined;
  /** 14 px, beside words of 12 px. */
  small?: boolean | undefined;
  /** Only where no word beside it says the same. */
  label?: string | undefined;
  className?: string | undefined;
};

/**
 * One drawing. lucide-react's components are client components, so the drawings come from one sprite
 * that the browser caches: no JavaScript, and few bytes, in server and in client components alike.
 */
export function Icon({ name, tone, small, label, className }: Props) {
  return (
    <svg
      className={classNames('icon', small && 'icon-small', tone && tones[tone], className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}
