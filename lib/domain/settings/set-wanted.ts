import { err, ok, type Result } from '#lib/domain/result';
import type { Setting, SettingDefinition } from './setting';

export type SetWantedError =
  | { code: 'prerequisite_missing'; message: string; missing: string[] }
  | { code: 'dependents_wanted'; message: string; dependents: string[] };

/** What somebody wants of a toggle. */
export type Wish = { wanted: boolean; at: Date; by: string };

/**
 * The toggle after recording `wish`.
 *
 * Gives `current` itself when the same is wanted already and was written before; the first write counts even
 * when it says off. A confirmation stays as it is. Fails with `prerequisite_missing` when a toggle it needs
 * is not wanted, and with `dependents_wanted` when a wanted toggle needs the one that goes off.
 */
export function setWanted(
  current: Setting,
  wish: Wish,
  definitions: Readonly<Record<string, SettingDefinition>>,
  isWanted: (key: string) => boolean,
): Result<Setting, SetWantedError> {
  const { key, version } = current;
  if (version > 0 && current.wanted === wish.wanted) return ok(current);

  const missing = (definitions[key]?.requires ?? []).filter((required) => !isWanted(required));
  if (wish.wanted && missing.length > 0) {
    const labels = labelsOf(missing, definitions);
    return err({ code: 'prerequisite_missing', message: `First turn on what it needs: ${labels}.`, missing });
  }
  const dependents = Object.keys(definitions).filter(
    (other) => definitions[other]?.requires.includes(key) && isWanted(other),
  );
  if (!wish.wanted && dependents.length > 0) {
    const labels = labelsOf(dependents, definitions);
    return err({
      code: 'dependents_wanted',
      message: `First turn off what needs it: ${labels}.`,
      dependents,
    });
  }
  return ok({ ...current, wanted: wish.wanted, version: version + 1, wantedAt: wish.at, wantedBy: wish.by });
}

const labelsOf = (keys: readonly string[], definitions: Readonly<Record<string, SettingDefinition>>) =>
  keys.map((key) => definitions[key]?.label ?? key).join(', ');
