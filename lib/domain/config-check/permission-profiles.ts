import { about, entryAt, type Look, type Rule } from './look';
import { entryOf, flagOf, textOf, type TomlEntry } from './toml-document';

const builtIn = [':read-only', ':workspace', ':danger-full-access'];

type Fault = { entry: TomlEntry; message: string };

/** Permission profiles that do not fit the one that threads start with. */
export const permissionProfiles: Rule = (look) => {
  const fault = look.form === 'config' ? startFault(look) : (allowedFault(look) ?? unstarted(look));
  if (!fault) return [];
  const { entry, message } = fault;
  return [about({ entry, path: entry.name }, { id: 'permission_profiles', severity: 'error', message })];
};

/** A start that is not allowed, or an allow-list that leaves open what a thread starts with. */
function allowedFault({ document }: Look): Fault | null {
  const start = entryAt(document, 'default_permissions');
  const allowed = entryAt(document, 'allowed_permission_profiles');
  const allows = (name: string) => flagOf(entryOf(allowed?.node ?? null, name)?.node) === true;
  if (!start) {
    const isEnough = !allowed || (allows(':workspace') && allows(':read-only'));
    return isEnough ? null : { entry: allowed, message: needsStart };
  }
  if (!allowed) return { entry: start, message: needsAllowed };
  const name = textOf(start.node);
  if (name === null || allows(name)) return null;
  return { entry: start, message: `${name} is not among the allowed profiles, so clients refuse the file.` };
}

const needsStart =
  'Clients refuse the file without default_permissions unless both :workspace and :read-only are allowed.';
const needsAllowed = 'Clients refuse default_permissions without allowed_permission_profiles.';

/** A start that is no profile. */
function startFault(look: Look): Fault | null {
  const entry = entryAt(look.document, 'default_permissions');
  const name = textOf(entry?.node);
  if (!entry || name === null) return unstarted(look);
  const isKnown = name.startsWith(':') ? builtIn.includes(name) : profilesOf(look).includes(name);
  return isKnown ? null : { entry, message: `There is no profile ${name}, so clients refuse the file.` };
}

/** Profiles of one's own without a word on what a thread starts with. */
function unstarted(look: Look): Fault | null {
  const entry = entryAt(look.document, 'permissions');
  const files = [look.document, ...Object.values(look.companions)];
  const isStarted = files.some((file) => entryAt(file, 'default_permissions') !== null);
  if (!entry || isStarted || profilesOf(look).length === 0) return null;
  return { entry, message: 'Clients refuse profiles of one’s own where no file sets default_permissions.' };
}

function profilesOf({ document, companions, form }: Look): readonly string[] {
  const others = form === 'config' ? Object.values(companions) : [];
  return [document, ...others].flatMap((file) => {
    const node = entryAt(file, 'permissions')?.node;
    const names = node?.kind === 'table' ? [...node.entries.keys()] : [];
    return names.filter((name) => name !== 'filesystem' && name !== 'network');
  });
}
