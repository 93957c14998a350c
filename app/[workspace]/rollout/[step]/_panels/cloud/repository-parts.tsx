import { PanelPart } from '#components/layout/panel';
import { RemoveForm } from '#components/ui/remove-form';
import type { Repository } from '#lib/domain/repositories/repository';
import type { CloudViewer } from './cloud-viewer';
import { addRepositoryAction, changeRepositoryAction, removeRepositoryAction } from './repositories/actions';
import { RepositoryForm } from './repositories/repository-form';

/** What one can do with a repository: add it, change what is written down, take it off the list. */
export function RepositoryParts({ stored, viewer }: { stored: Repository | null; viewer: CloudViewer }) {
  const { slug } = viewer;
  const closeHref = viewer.href();
  const add = addRepositoryAction.bind(null, slug);
  if (!stored) {
    return (
      <PanelPart>
        <RepositoryForm stored={null} action={add} closeHref={closeHref} />
      </PanelPart>
    );
  }
  const { id, name, connector, codeReview, version } = stored;
  return (
    <>
      <PanelPart>
        <RepositoryForm
          key={id}
          stored={stored}
          action={changeRepositoryAction.bind(null, slug)}
          closeHref={closeHref}
        />
      </PanelPart>
      <PanelPart title="Take it off the list">
        <p className="meta mb-2">Nothing changes on GitHub or in Codex; only what is written down here.</p>
        <RemoveForm
          key={id}
          action={removeRepositoryAction.bind(null, slug)}
          hidden={{ id, version: String(version) }}
          submit="Remove from the list"
          removed={`Removed: ${name}`}
          undo={{ action: add, values: { name, connector, codeReview } }}
          closeHref={closeHref}
        />
      </PanelPart>
    </>
  );
}
