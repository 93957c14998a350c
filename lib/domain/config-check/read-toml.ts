import { ParseError, parseTOML } from 'toml-eslint-parser';
import { err, ok, type Result } from '#lib/domain/result';
import { buildDocument, TooDeep } from './build-document';
import { faultPlace } from './fault-place';
import type { TomlTable } from './toml-document';

/** Why a text is no document: what is wrong, and where. */
export type TomlFault = { code: 'not_toml' | 'too_deep' | 'not_readable'; message: string; offset: number };

/** A document, and what of it only TOML 1.1 allows; null for TOML 1.0. */
export type Read = { document: TomlTable; newer: TomlFault | null };

/**
 * The document in a text with the place of everything in it. A byte order mark counts for an offset and for
 * nothing else, as clients take it.
 *
 * Total: never throws. `not_toml` for text that is TOML of no version, `too_deep` past the 80 levels that
 * clients read, `not_readable` for a single text too long to look into. Clients read TOML 1.1; what TOML 1.0
 * does not allow comes back as `newer`.
 */
export function readToml(text: string): Result<Read, TomlFault> {
  const old = attempt(text, '1.0');
  if (old.ok) return ok({ document: old.value, newer: null });
  if (old.error.code !== 'not_toml') return old;
  const current = attempt(text, '1.1');
  if (current.ok) return ok({ document: current.value, newer: old.error });
  const { error } = current;
  return err(error.code === 'not_toml' ? { ...error, ...faultPlace(text, error) } : error);
}

const mark = '\ufeff';

function attempt(text: string, tomlVersion: '1.0' | '1.1'): Result<TomlTable, TomlFault> {
  const isMarked = text.startsWith(mark);
  try {
    // A blank is as long as the mark, so every offset stays as it is.
    const program = parseTOML(isMarked ? ` ${text.slice(1)}` : text, { tomlVersion });
    return ok(buildDocument(program));
  } catch (thrown) {
    return err(faultOf(thrown));
  }
}

function faultOf(thrown: unknown): TomlFault {
  if (thrown instanceof ParseError)
    return { code: 'not_toml', message: thrown.message, offset: thrown.index };
  if (thrown instanceof TooDeep) {
    return {
      code: 'too_deep',
      message: 'Clients read 80 levels of tables and lists.',
      offset: thrown.offset,
    };
  }
  return { code: 'not_readable', message: 'A single text in it is too long to look into.', offset: 0 };
}
