import type { Route } from 'next';
import { DraftCertificate } from '#components/certificates/draft-certificate';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { StateIcon } from '#components/ui/state';
import { Tabs } from '#components/ui/tabs';
import { fileKinds, type FileKind } from '#lib/catalog/config-files';
import { configFileNames } from '#lib/domain/config/file-sections';
import { fileOfText, textNames } from '#lib/domain/config-text/text-view';
import type { StepProgress } from '#lib/domain/rollout/progress';
import { taskAnchor } from '#lib/domain/rollout/task';
import { rulesPath, skillPath } from '#lib/domain/team-config/team-config';
import { readDraftCertificates } from '#lib/queries/certificates';
import { readConfigurationFile } from '#lib/queries/configuration';
import { readTeamFiles } from '#lib/queries/team-config';
import { requireContext } from '#lib/shell/context';
import { teamConfigOf } from '#lib/shell/team-config';
import { configurationAddress, type Shown } from './configuration-address';
import { FilePlaces } from './file-places';
import { FilePreview, type PreviewFile } from './file-preview';
import { partStatus } from './part-status';

type Props = { slug: string; step: StepProgress; shown: Shown };

const partOf = { 'requirements.toml': 'requirements', 'managed_config.toml': 'managed-defaults' } as const;

function statusOf(name: string, step: StepProgress) {
  if (name === 'requirements.toml' || name === 'managed_config.toml') return partStatus(step, partOf[name]);
  return undefined;
}

/** The files that follow from the decisions, one at a time: the text, its sum, and where it goes. */
export async function FilesPart({ slug, step, shown }: Props) {
  const teamConfig = await teamConfigOf(slug);
  const certificate = await readDraftCertificates(await requireContext(slug));
  const skills = (teamConfig?.skills ?? []).map(({ name }) => skillPath(name));
  const names: readonly string[] = [...configFileNames, rulesPath, ...skills];
  const current = names.find((name) => name === shown.file) ?? configFileNames[0];
  const edited = textNames.find((name) => fileOfText[name] === current);
  const file = await findFile(slug, current);
  const tabs = names.map((name) => {
    const status = statusOf(name, step);
    return {
      label: <span className="font-mono">{name}</span>,
      href: configurationAddress(slug, { ...shown, file: name }, 'files'),
      current: name === current,
      lead: status ? <StateIcon state={status.state} labelled /> : null,
      id: status ? taskAnchor(status.task.id) : undefined,
    };
  });

  return (
    <section id="files" aria-label="Files" className="grid min-w-0 grid-cols-1 gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Tabs label="Files" tabs={tabs} />
        <span className="flex flex-wrap items-center gap-2">
          {edited ? (
            // safe because a slug and a name are lower-case words and hyphens
            <LinkButton small href={`/${slug}/configuration/${edited}` as Route}>
              {`Edit ${current}…`}
            </LinkButton>
          ) : null}
          {/* safe because a slug is lower-case words and hyphens */}
          <LinkButton small href={`/${slug}/configuration/versions` as Route}>
            Versions and release…
          </LinkButton>
        </span>
      </div>
      {certificate ? <DraftCertificate {...certificate} /> : null}
      {file ? (
        <FilePreview slug={slug} file={file} />
      ) : (
        <Box label={current}>
          <EmptyState title="No file yet.">
            {`${current} follows from the five decisions. It can be read and downloaded as soon as they are taken.`}
          </EmptyState>
        </Box>
      )}
      <FilePlaces kind={kindOf(current)} />
    </section>
  );
}

function kindOf(name: string): FileKind {
  if (name === rulesPath) return 'rules';
  return fileKinds.find((kind) => kind === name) ?? 'skills';
}

async function findFile(slug: string, name: string): Promise<PreviewFile | null> {
  const ctx = await requireContext(slug);
  const configName = configFileNames.find((known) => known === name);
  if (configName) {
    const file = await readConfigurationFile(ctx, { name: configName });
    return file && { ...file, download: configName };
  }
  const file = (await readTeamFiles(ctx))?.find(({ path }) => path === name);
  return file ? { ...file, name, download: 'team-config.zip' } : null;
}
