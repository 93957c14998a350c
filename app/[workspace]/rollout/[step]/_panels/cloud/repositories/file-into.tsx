'use client';

import { useState, useSyncExternalStore, type ChangeEvent, type RefObject } from 'react';
import { Field } from '#components/ui/field';
import { sentBytes } from '#lib/domain/sent-bytes';

type Props = { area: RefObject<HTMLDivElement | null>; onRead: () => void };

const never = () => () => {};
const maxBytes = 1_000_000;

/** Puts the text of a chosen file into the text field beside it. Shows only where scripts run. */
export function FileInto({ area, onRead }: Props) {
  const [error, setError] = useState<string>();
  const runs = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    const field = area.current?.querySelector('textarea');
    if (!file || !field) return;
    const text = file.size > maxBytes ? null : decoded(await file.arrayBuffer());
    const isFit = text !== null && sentBytes(text) <= maxBytes;
    setError(isFit ? undefined : 'Choose a text file of at most 1 MB.');
    if (!isFit) return;
    field.value = text;
    onRead();
  }

  return runs ? (
    <Field
      label="CSV file"
      type="file"
      name=""
      accept=".csv,text/csv,text/plain"
      error={error}
      onChange={read}
    />
  ) : null;
}

/** UTF-8 as it should be, else the Windows code page that spreadsheets write; null for what is no text. */
function decoded(bytes: ArrayBuffer): string | null {
  const text = decodedAs('utf-8', bytes) ?? decodedAs('windows-1252', bytes);
  return text?.includes('\0') ? null : text;
}

function decodedAs(encoding: string, bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
