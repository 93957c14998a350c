import { useSyncExternalStore } from 'react';
import { Field, Select, WholeRow } from '#components/ui/field';
import type { Answered } from './answered';

const never = () => () => undefined;
const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the workspace is called, where it is found, and in which zone its times are. */
export function WorkspaceFields({ errors, typed, timeZones }: Answered & { timeZones: readonly string[] }) {
  const here = useSyncExternalStore(never, ownTimeZone, () => 'UTC');
  // A browser may know its zone by a name the server does not list, such as Europe/Kyiv.
  const zones = timeZones.includes(here) ? timeZones : [here, ...timeZones];
  return (
    <>
      <Field
        label="Workspace name"
        name="workspaceName"
        autoComplete="organization"
        required
        maxLength={200}
        error={errors.workspaceName}
        defaultValue={typed.workspaceName}
      />
      <Select
        key={here}
        label="Time zone"
        name="timeZone"
        options={zones.map((zone) => ({ value: zone, label: zone }))}
        error={errors.timeZone}
        defaultValue={typed.timeZone ?? here}
      />
      <WholeRow>
        <Field
          label="Address"
          name="slug"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint="Part of every link, such as acme-europe. Left empty, it is made from the name."
          error={errors.slug}
          defaultValue={typed.slug}
        />
      </WholeRow>
    </>
  );
}
