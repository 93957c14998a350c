'use client';

import { useEffect, useState } from 'react';
import type { Finding } from '#lib/domain/config-check/finding';
import type { Delivery } from '#lib/domain/config-check/look';
import { askForFindings } from './ask';

type Asked = {
  slug: string;
  file: string;
  delivery?: Delivery | undefined;
  text: string;
  findings: readonly Finding[];
  typed?: string | undefined;
};

/** How long nothing is typed before the text is looked at. */
const pauseMs = 250;

/**
 * The text as it is typed, and the newest text that was looked at with what was found in it. What was typed stays when
 * the stored text changes; while it is not saved, somebody is asked before the page is left.
 */
export function useLookedAt({ slug, file, delivery = 'device', text, findings, typed = text }: Asked) {
  const [stored, setStored] = useState(text);
  const [current, setCurrent] = useState(typed);
  const [looked, setLooked] = useState({ text, findings });
  if (stored !== text) {
    setStored(text);
    setLooked({ text, findings });
    if (current === stored) setCurrent(text);
  }

  useEffect(() => {
    if (current === looked.text) return;
    const given = new AbortController();
    const timer = setTimeout(() => {
      void askForFindings({ slug, file, delivery, text: current }, given.signal).then((found) => {
        if (found) setLooked({ text: current, findings: found });
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [current, delivery, file, looked.text, slug]);

  const isTyping = current !== stored;
  useEffect(() => {
    if (!isTyping) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    // Links inside the application do not leave the document, so the browser does not ask about them.
    const ask = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest('a[href]:not([data-leaves])') : null;
      if (!link || window.confirm('Leave without saving the text?')) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', stay);
    document.addEventListener('click', ask, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', stay);
      document.removeEventListener('click', ask, { capture: true });
    };
  }, [isTyping]);
  return { current, setCurrent, looked, isTyping };
}
