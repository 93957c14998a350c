import { CopyButton } from '#components/ui/copy-button';
import { Register, RegisterCell, RegisterRow, type RegisterColumn } from '#components/ui/register';
import { configFileTexts, fileKinds, systems, type System } from '#lib/catalog/config-files';

const columns: readonly RegisterColumn[] = [
  { label: 'File', width: 190 },
  { label: 'Place' },
  { label: 'To know', width: 360 },
];

/** Where each file goes on one system, to copy. */
export function PlacesTable({ system }: { system: System }) {
  const { label } = systems[system];
  return (
    <Register label={`Places on ${label}`} columns={columns}>
      <tbody>
        {fileKinds.map((kind) => {
          const { path, note } = configFileTexts[kind].places[system];
          return (
            <RegisterRow key={kind} name={<code>{kind}</code>}>
              <RegisterCell label="Place" narrow="whole">
                {path ? (
                  <span className="inline-flex items-center gap-2">
                    <code className="break-words">{path}</code>
                    <CopyButton text={path} label={`Copy the place of ${kind} on ${label}`} iconOnly />
                  </span>
                ) : (
                  'None'
                )}
              </RegisterCell>
              <RegisterCell label="To know" narrow="whole">
                <span className="meta-soft">{note ?? configFileTexts[kind].purpose}</span>
              </RegisterCell>
            </RegisterRow>
          );
        })}
      </tbody>
    </Register>
  );
}
