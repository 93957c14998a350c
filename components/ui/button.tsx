import type { Route } from 'next';
import Link from 'next/link';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';

type Look = {
  /** At most one `primary` on a page; `quiet` has no edge. */
  variant?: 'primary' | 'plain' | 'quiet' | undefined;
  small?: boolean | undefined;
  /** As wide as its place. */
  full?: boolean | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
};

export type ButtonProps = Look & {
  /** Keeps label and width, shows that the press is being worked on. */
  working?: boolean | undefined;
  /** Why it cannot be pressed now; stands beside it, and the button stays focusable. */
  disabledReason?: string | undefined;
} & Omit<ComponentProps<'button'>, 'disabled' | 'className' | 'children'>;

function look({ variant = 'plain', small, full }: Omit<Look, 'children'>): string {
  return classNames('btn', variant !== 'plain' && `btn-${variant}`, small && 'btn-small', full && 'btn-full');
}

function Face({ icon, small, children }: Look) {
  return (
    <>
      {icon ? <Icon name={icon} small={small} /> : null}
      {children}
    </>
  );
}

/** A press that does something. The label is a verb, with `…` when it opens something. */
export function Button({ disabledReason, ...props }: ButtonProps) {
  const reasonId = useId();
  if (!disabledReason) return <PlainButton {...props} />;

  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <PlainButton
        {...props}
        type="button"
        onClick={undefined}
        aria-disabled="true"
        aria-describedby={reasonId}
      />
      <span className="meta" id={reasonId}>
        {disabledReason}
      </span>
    </span>
  );
}

function PlainButton({ variant, small, full, icon, working, children, ...button }: ButtonProps) {
  return (
    <button
      type="button"
      {...button}
      className={look({ variant, small, full })}
      aria-busy={working ? 'true' : undefined}
    >
      {working ? <span className="spinner" aria-hidden="true" /> : null}
      <Face icon={icon} small={small}>
        {children}
      </Face>
    </button>
  );
}

type LinkButtonProps = Look & { href: Route; scroll?: boolean | undefined };

/** A link to a page of this app that looks like a button. */
export function LinkButton({ href, scroll = true, variant, small, full, icon, children }: LinkButtonProps) {
  return (
    <Link href={href} scroll={scroll} className={look({ variant, small, full })}>
      <Face icon={icon} small={small}>
        {children}
      </Face>
    </Link>
  );
}

type PlaceButtonProps = Look & {
  href: string;
  /** Saves the file instead of opening it. */
  download?: boolean | undefined;
  /** Another site: opens beside this page. */
  external?: boolean | undefined;
};

/** A file, another site or a place on this page, as a button. */
export function PlaceButton({ href, download, external, children, ...props }: PlaceButtonProps) {
  return (
    <a
      href={href}
      download={download}
      className={look(props)}
      {...(external ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      <Face icon={props.icon} small={props.small}>
        {children}
      </Face>
      {external ? <Icon name="external-link" small label="opens another site" /> : null}
    </a>
  );
}

type IconButtonProps = { icon: IconName; label: string; small?: boolean | undefined } & Omit<
  ComponentProps<'button'>,
  'className' | 'children' | 'aria-label'
>;

/** For the few drawings everyone knows: close, copy, menu, theme. */
export function IconButton({ icon, label, small, ...button }: IconButtonProps) {
  return (
    <button
      type="button"
      {...button}
      className={classNames('btn', 'btn-icon', small && 'btn-small')}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} small={small} />
    </button>
  );
}
