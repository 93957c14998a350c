import { permissionKeys } from '#lib/catalog/permissions';
import { draftKinds, type DraftKind } from '#lib/domain/drafts/draft-change';
import type { Grant, Grants } from '#lib/domain/rbac/grants';

/** What a form for one change is about: a kind of a draft's changes, of the defaults one permission at a time. */
export const formKinds = {
  'group-role-added': 'Give a group a role',
  'group-role-removed': 'Take a role from a group',
  'role-permission-granted': 'Grant a permission in a role',
  'role-permission-revoked': 'Take a permission from a role',
  'membership-added': 'Put a person into a group',
  'membership-removed': 'Take a person out of a group',
  'default-granted': 'Grant a permission by default',
  'default-revoked': 'Take a permission from the default',
} as const;

export type FormKind = keyof typeof formKinds;

/** Whether a text of the address is a kind. */
export const isFormKind = (text: string | undefined): text is FormKind =>
  text !== undefined && Object.hasOwn(formKinds, text);

const fieldsOf: Readonly<Record<Exclude<DraftKind, 'default-role-changed'>, readonly string[]>> = {
  'group-role-added': ['group', 'role'],
  'group-role-removed': ['group', 'role'],
  'role-permission-granted': ['role', 'permission'],
  'role-permission-revoked': ['role', 'permission'],
  'membership-added': ['group', 'person'],
  'membership-removed': ['group', 'person'],
};

/** A form's fields as the input of the command: the changes it holds whole, or the one it was filled in for. */
export function addedFields(form: FormData): Record<string, unknown> {
  const whole = form.get('changes');
  const changes = typeof whole === 'string' ? jsonOf(whole) : [changeIn(form)];
  return { id: form.get('id'), version: Number(form.get('version')), changes };
}

function changeIn(form: FormData): Record<string, unknown> {
  const kind = textIn(form, 'kind');
  if (kind === 'default-granted' || kind === 'default-revoked') {
    const before = grantsOf(jsonOf(textIn(form, 'before')));
    const permission = textIn(form, 'permission');
    return {
      kind: 'default-role-changed',
      permissions: saidOf(before, permission, kind === 'default-granted'),
    };
  }
  const known = draftKinds.find((one) => one === kind);
  const names = known && known !== 'default-role-changed' ? fieldsOf[known] : [];
  return { kind, ...Object.fromEntries(names.map((name) => [name, textIn(form, name)])) };
}

/** What the defaults say once a permission is granted, or no longer: in the catalogue's order. */
function saidOf(before: Grants, permission: string, isGranted: boolean): Grants {
  const after: Record<string, Grant> = { ...before };
  if (isGranted) after[permission] = before[permission] || true;
  else Reflect.deleteProperty(after, permission);
  const known = permissionKeys.flatMap((key) => {
    const grant = after[key];
    return grant === undefined ? [] : [[key, grant] as const];
  });
  return Object.fromEntries(known);
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

function grantsOf(value: unknown): Grants {
  if (value === null || typeof value !== 'object') return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (said): said is [string, Grant] => typeof said[1] === 'boolean' || typeof said[1] === 'number',
    ),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
