'use client';

import { useState } from 'react';
import { Button, IconButton } from './button';

type Props = { text: string; label: string; iconOnly?: boolean | undefined };

const SHOWN_MS = 2000;

/** Puts `text` on the clipboard and says so for two seconds. */
export function CopyButton({ text, label, iconOnly }: Props) {
  const [answer, setAnswer] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer('Copied');
    } catch {
      setAnswer('Not copied: select the text and copy it');
    }
    setTimeout(() => setAnswer(''), SHOWN_MS);
  }

  return (
    <span className="inline-flex items-center gap-2">
      {iconOnly ? (
        <IconButton icon="copy" label={label} small onClick={copy} />
      ) : (
        <Button small variant="quiet" icon="copy" onClick={copy}>
          {label}
        </Button>
      )}
      <span role="status" className="meta">
        {answer}
      </span>
    </span>
  );
}
