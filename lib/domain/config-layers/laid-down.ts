import { textValues } from '#lib/domain/config-text/text-values';
import type { ConfigFileName } from '#lib/domain/config/file-sections';
import type { Era, Machine, MachineSystem, TextLayer, Values } from './layer';

/** Ways in which the draft's files reach a machine. */
export const placeNames = ['cloud', 'mdm', 'requirements', 'managed', 'system', 'repository'] as const;

/** One of the ways. */
export type PlaceName = (typeof placeNames)[number];

/** What Step 3 does where nobody says otherwise: the files stand on the machine. */
export const filesOnly: readonly PlaceName[] = ['requirements', 'managed', 'system'];

/** What reaches a machine, and by which ways. */
export type LaidDown = {
  system: MachineSystem;
  era: Era;
  trusted: boolean;
  places: readonly PlaceName[];
  /** The draft's files. */
  files: Readonly<Record<ConfigFileName, string>>;
  /** The text of the policy in the cloud that the developer gets. */
  policy: string;
  /** The developer’s own config.toml, to try. */
  own: string;
};

/** The machine, and the layers whose text is no TOML: clients do not start with one of the administrator's. */
export function machineWith(laid: LaidDown): { machine: Machine; unreadable: readonly TextLayer[] } {
  const read = textsOf(laid).map(([layer, text]) => [layer, textValues(text)] as const);
  const values = Object.fromEntries(read.flatMap(([layer, held]) => (held ? [[layer, held]] : [])));
  return {
    machine: {
      ...{ system: laid.system, era: laid.era, trusted: laid.trusted },
      // safe because each key is a layer
      values: values as Readonly<Partial<Record<TextLayer, Values>>>,
    },
    unreadable: read.flatMap(([layer, held]) => (held ? [] : [layer])),
  };
}

function textsOf({ system, places, files, policy, own }: LaidDown): [TextLayer, string][] {
  const { 'requirements.toml': required, 'managed_config.toml': managed, 'config.toml': starting } = files;
  const texts: [PlaceName, TextLayer, string][] = [
    ['cloud', 'cloud_policy', policy],
    ['mdm', 'mdm_requirements', required],
    ['mdm', 'mdm_config', managed],
    ['requirements', 'requirements', required],
    ['managed', 'managed_config', managed],
    ['system', 'system_config', starting],
    ['repository', 'project', starting],
  ];
  const laid = texts.filter(([place]) => places.includes(place) && (place !== 'mdm' || system === 'macos'));
  return [...laid.map(([, layer, text]): [TextLayer, string] => [layer, text]), ['user', own]];
}
