'use client';

import { useEffect } from 'react';
import { Icon } from '#components/ui/icon';

function keepFocusInside(menu: HTMLElement) {
  const outside = () => document.querySelectorAll<HTMLElement>('.skip, .top, .page');
  const setInert = (inert: boolean) => outside().forEach((element) => (element.inert = inert));

  const beforeToggle = (event: ToggleEvent) => {
    if (event.newState === 'closed') setInert(false);
  };
  const toggle = (event: ToggleEvent) => {
    if (event.newState !== 'open') return;
    setInert(true);
    menu.querySelector<HTMLElement>('a, button')?.focus();
  };
  menu.addEventListener('beforetoggle', beforeToggle);
  menu.addEventListener('toggle', toggle);
  return () => {
    menu.removeEventListener('beforetoggle', beforeToggle);
    menu.removeEventListener('toggle', toggle);
    setInert(false);
  };
}

/** Opens the navigation where there is no room for it. The browser opens and closes it, Esc too. */
export function MenuButton({ target }: { target: string }) {
  useEffect(() => {
    const menu = document.getElementById(target);
    return menu ? keepFocusInside(menu) : undefined;
  }, [target]);

  return (
    <button
      type="button"
      className="btn btn-icon menu-button"
      popoverTarget={target}
      aria-label="Open navigation"
    >
      <Icon name="menu" />
    </button>
  );
}
