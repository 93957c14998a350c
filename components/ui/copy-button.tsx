'use client';

import { useState } from 'react';
import { Button, IconButton } from './button';

type Props = {
  label: string;
  iconOnly?: boolean | undefined;
} & (
  | { text: string; from?: undefined }
  /** Address of the text, for what is too long to stand on the page; it is asked for at the press. */
  | { from: string; text?: undefined }
);

const SHOWN_MS = 2000;

/** Puts a text on the clipboard and says so for two seconds. */
export function CopyButton({ text, from, label, iconOnly }: Props) {
  const [answer, setAnswer] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text ?? (await textAt(from)));
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

async function textAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('There is no text at this address.');
  return response.text();
}
