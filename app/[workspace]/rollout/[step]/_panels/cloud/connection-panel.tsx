import { VendorLink } from '#components/guide/vendor-link';
import { Box } from '#components/ui/box';
import { DefinitionList } from '#components/ui/facts';
import { NumberedList } from '#components/ui/list';
import { connectionNotes, connectionSteps, connectorFacts, type GuideSentence } from '#lib/catalog/cloud';
import type { PanelProps } from '#lib/shell/panel-props';
import { cloudViewerOf } from './cloud-viewer';
import { TaskHead } from './task-head';

const asFacts = (sentences: readonly GuideSentence[]) =>
  sentences.map(({ title, text }) => ({ term: title, value: text }));

/** Rows 4.1 and 4.2: how Codex cloud is connected to repositories, and what the connector does. */
export async function ConnectionPanel(props: PanelProps) {
  const viewer = await cloudViewerOf(props);
  const [connected, tokens] = ['cloud.repositories', 'cloud.connector_tokens'].map((id) =>
    props.step.tasks.find(({ task }) => task.id === id),
  );
  if (!connected || !tokens) return null;

  return (
    <Box title="Connection to GitHub" flush>
      <div className="grid gap-3 p-4">
        <TaskHead status={connected} viewer={viewer} />
        <NumberedList>
          {connectionSteps.map(({ text, link }) => (
            <li key={text}>
              <span>
                {text} {link ? <VendorLink link={link} era={viewer.era} /> : null}
              </span>
            </li>
          ))}
        </NumberedList>
        <DefinitionList facts={asFacts(connectionNotes)} />
      </div>
      <div className="grid gap-3 border-t border-line p-4">
        <TaskHead status={tokens} viewer={viewer} />
        <DefinitionList facts={asFacts(connectorFacts)} />
      </div>
    </Box>
  );
}
