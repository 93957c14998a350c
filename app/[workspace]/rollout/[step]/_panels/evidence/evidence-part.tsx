import { PanelPart } from '#components/layout/panel';
import { evidenceEndings } from '#lib/domain/attestations/file-kind';
import type { EvidenceFile } from '#lib/domain/attestations/evidence';
import { evidenceRefusalWords } from '#lib/domain/attestations/evidence-refusals';
import { can } from '#lib/domain/authorization/can';
import { listEvidence } from '#lib/queries/evidence';
import { requireVisit } from '#lib/shell/context';
import { taskPanel } from '#lib/shell/task-panel';
import { EvidenceFiles } from './evidence-files';
import { EvidenceUpload } from './evidence-upload';

type Props = {
  slug: string;
  taskId: string;
  /** Code of the refusal that led back here, before any script has loaded. */
  refused: string | string[] | undefined;
  /** Nothing is added to a task that does not apply; what is there stays. */
  applies: boolean;
};

/** The proof files of a task, every version, and the way to add one. */
export async function EvidencePart({ slug, taskId, refused, applies }: Props) {
  const { ctx, membership } = await requireVisit(slug);
  const files = (await listEvidence(ctx, { id: taskId }))?.files ?? [];
  const address = `/api/v1/workspaces/${slug}/tasks/${taskId}/evidence`;
  const mayAdd = can(ctx.actor, 'evidence.write');

  return (
    <PanelPart title="Proof files" id="proof">
      {files.length === 0 ? <p className="text-text-2">None yet.</p> : null}
      <EvidenceFiles
        files={byName(files)}
        address={address}
        now={ctx.now}
        zone={membership.workspace.timeZone}
      />
      {applies && mayAdd ? (
        <EvidenceUpload
          address={address}
          here={`${taskPanel(slug, taskId)}#proof`}
          accept={evidenceEndings.map((ending) => `.${ending}`).join(',')}
          refusal={refused === undefined ? null : evidenceRefusalWords(String(refused))}
        />
      ) : null}
      {mayAdd ? null : <p className="meta mt-2">Owners and contributors add proof files.</p>}
    </PanelPart>
  );
}

/** The versions of each file together, the newest first. */
function byName(files: readonly EvidenceFile[]): (readonly [EvidenceFile, ...EvidenceFile[]])[] {
  const groups = new Map<string, [EvidenceFile, ...EvidenceFile[]]>();
  for (const file of files.toSorted((a, b) => b.version - a.version)) {
    const group = groups.get(file.name);
    if (group) group.push(file);
    else groups.set(file.name, [file]);
  }
  return [...groups.values()].toSorted(([a], [b]) => b.at.getTime() - a.at.getTime());
}
