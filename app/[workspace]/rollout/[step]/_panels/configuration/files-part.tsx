import { Box } from '#components/ui/box';
import { EmptyState } from '#components/ui/empty-state';
import { StateIcon } from '#components/ui/state';
import { Tabs } from '#components/ui/tabs';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import type { StepProgress } from '#lib/domain/rollout/progress';
import { taskAnchor } from '#lib/domain/rollout/task';
import { readConfigurationFile } from '#lib/queries/configuration';
import { requireContext } from '#lib/shell/context';
import { configurationAddress, type Shown } from './configuration-address';
import { FilePlaces } from './file-places';
import { FilePreview } from './file-preview';
import { partStatus } from './part-status';

type Props = { slug: string; step: StepProgress; shown: Shown };

const statusOf = (name: ConfigFileName, step: StepProgress) =>
  ({
    'requirements.toml': partStatus(step, 'requirements'),
    'managed_config.toml': partStatus(step, 'managed-defaults'),
    'config.toml': undefined,
  })[name];

/** The files that follow from the decisions, one at a time: the text, its sum, and where it goes. */
export async function FilesPart({ slug, step, shown }: Props) {
  const file = await readConfigurationFile(await requireContext(slug), { name: shown.file });
  const tabs = configFileNames.map((name) => {
    const status = statusOf(name, step);
    return {
      label: <span className="font-mono">{name}</span>,
      href: configurationAddress(slug, { ...shown, file: name }, 'files'),
      current: name === shown.file,
      lead: status ? <StateIcon state={status.state} labelled /> : null,
      id: status ? taskAnchor(status.task.id) : undefined,
    };
  });

  return (
    <section id="files" aria-label="Files" className="grid min-w-0 grid-cols-1 gap-5">
      <Tabs label="Files" tabs={tabs} />
      {file ? (
        <FilePreview slug={slug} file={file} />
      ) : (
        <Box label={shown.file}>
          <EmptyState title="No file yet.">
            {`${shown.file} follows from the five decisions. It can be read and downloaded as soon as they are taken.`}
          </EmptyState>
        </Box>
      )}
      <FilePlaces name={shown.file} />
    </section>
  );
}
