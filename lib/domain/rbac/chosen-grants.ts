import { levelOf, type Grant, type Grants } from './grants';
import type { PermissionCatalog } from './permission';
import type { ResolutionModel } from './resolution-model';

/** Values of an address or a form by name. */
export type Chosen = Readonly<Record<string, string | string[] | undefined>>;

/** The name under which a form says of one permission whether it is on, off, default or at which level. */
export const grantName = (key: string): string => `grant.${key}`;

/** The choices there are for one permission: value and words. Two mean a box to tick is enough. */
export function grantChoices(
  key: string,
  { catalog, model, isRole }: { catalog: PermissionCatalog; model: ResolutionModel; isRole: boolean },
): { value: string; label: string }[] {
  const levels = (catalog[key]?.levels ?? ['On']).map((label, at) => ({ value: String(at + 1), label }));
  return model === 'tri-state' && isRole
    ? [{ value: 'default', label: 'Default' }, { value: 'off', label: 'Off' }, ...levels]
    : [{ value: 'none', label: 'Not granted' }, ...levels];
}

/** The choice that says what `grant` says. */
export function choiceOf(grant: Grant | undefined, choices: readonly { value: string }[]): string {
  const value = grant === false ? 'off' : String(Number(grant ?? 0));
  return choices.find((one) => one.value === value)?.value ?? choices[0]?.value ?? 'none';
}

/**
 * What a form said of the permissions of `catalog`: `permission` names those that are ticked, `grant.…` says the
 * rest. What was said before and says the same stays as it was; so does an off that the form does not show.
 */
export function chosenGrants(chosen: Chosen, before: Grants, catalog: PermissionCatalog): Grants {
  const ticked = new Set([chosen.permission ?? []].flat());
  return Object.fromEntries(
    Object.keys(catalog).flatMap((key): [string, Grant][] => {
      const choice = [chosen[grantName(key)]].flat()[0];
      const grant =
        choice === undefined
          ? tickedGrant(ticked.has(key), before[key])
          : grantOf(choice, before[key], catalog[key]?.levels);
      return grant === undefined ? [] : [[key, grant]];
    }),
  );
}

/** What a box says: a level that was said before stays, and so does an off. */
function tickedGrant(isTicked: boolean, before: Grant | undefined): Grant | undefined {
  if (isTicked) return before || true;
  return before === false ? false : undefined;
}

function grantOf(choice: string, before: Grant | undefined, levels?: readonly string[]): Grant | undefined {
  if (choice === 'off') return false;
  // What is not granted and what is left out is the same, but where an off is kept for the other model.
  if (choice === 'none' && before === false) return false;
  const level = levelIn(choice, levels);
  if (level === null || levelOf(before) === level) return level === null ? undefined : before;
  return levels ? level : true;
}

function levelIn(choice: string, levels: readonly string[] = ['On']): number | null {
  const level = Number(choice);
  return Number.isInteger(level) && level >= 1 && level <= levels.length ? level : null;
}

/** Permissions that come in and that go, between two sayings. */
export function grantChanges(
  before: Grants,
  after: Grants,
): { key: string; before?: Grant; after?: Grant }[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => before[key] !== after[key])
    .map((key) => ({
      key,
      ...(before[key] === undefined ? {} : { before: before[key] }),
      ...(after[key] === undefined ? {} : { after: after[key] }),
    }));
}
