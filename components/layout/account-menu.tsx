import type { ReactNode } from 'react';
import { Avatar, initials } from '#components/ui/avatar';

type Props = {
  name: string;
  email: string;
  /** Links and the sign-out form. */
  children: ReactNode;
};

/** Who is signed in, and what concerns only them. The browser opens and closes it. */
export function AccountMenu({ name, email, children }: Props) {
  return (
    <>
      <button
        type="button"
        className="btn btn-icon"
        popoverTarget="account"
        aria-label={`${initials(name)}, ${name}, account`}
        title={name}
      >
        <Avatar name={name} decorative />
      </button>
      <div className="menu" id="account" popover="auto">
        <p className="px-2 pb-2">
          <strong className="block">{name}</strong>
          <span className="meta block">{email}</span>
        </p>
        {children}
      </div>
    </>
  );
}
