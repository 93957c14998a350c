import { PanelPart } from '#components/layout/panel';
import { RemoveForm } from '#components/ui/remove-form';
import type { CloudEnvironment } from '#lib/domain/environments/environment';
import type { CloudViewer } from './cloud-viewer';
import {
  addEnvironmentAction,
  changeEnvironmentAction,
  removeEnvironmentAction,
} from './environments/actions';
import { EnvironmentForm } from './environments/environment-form';

type Props = { stored: CloudEnvironment | null; repositories: readonly string[]; viewer: CloudViewer };

/** What one can do with an environment: write it down, change that, remove it. */
export function EnvironmentParts({ stored, repositories, viewer }: Props) {
  const { slug } = viewer;
  const common = { repositories, closeHref: viewer.href() };
  const add = addEnvironmentAction.bind(null, slug);
  if (!stored) {
    return (
      <PanelPart>
        <EnvironmentForm stored={null} action={add} {...common} />
      </PanelPart>
    );
  }
  const { id, name, repository, visibility, collaborators, owner, version } = stored;
  return (
    <>
      <PanelPart>
        <EnvironmentForm
          key={id}
          stored={stored}
          action={changeEnvironmentAction.bind(null, slug)}
          {...common}
        />
      </PanelPart>
      <PanelPart title="Remove it from here">
        <p className="meta mb-2">Nothing changes in Codex; only what is written down here.</p>
        <RemoveForm
          key={id}
          action={removeEnvironmentAction.bind(null, slug)}
          hidden={{ id, version: String(version) }}
          submit="Remove from the list"
          removed={`Removed: ${name}`}
          undo={{
            action: add,
            values: { name, repository, visibility, owner, collaborators: collaborators.join('\n') },
          }}
          closeHref={common.closeHref}
        />
      </PanelPart>
    </>
  );
}
