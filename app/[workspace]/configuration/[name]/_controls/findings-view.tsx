import { FindingsList } from '#components/config-findings/findings-list';
import { Box } from '#components/ui/box';
import { findingSums } from '#lib/domain/config-check/finding-sums';
import type { ConfigText } from './config-text';
import { fileAddress } from './file-address';
import { FindingActions, type FindingViewer } from './finding-actions';

type Props = { text: ConfigText; viewer: FindingViewer };

/** What is to be known about the saved text, with the mend of each finding and the acceptance of each warning. */
export function FindingsView({ text: { findings, file }, viewer }: Props) {
  return (
    <Box title="Findings" meta={findingSums(findings)} flush>
      <p className="meta border-b border-line px-4 py-3">
        {`An error is what some client of the fleet refuses, replaces or ignores: it has to be mended before ${file} is kept in a version. The governance owner may accept a warning until a day.`}
      </p>
      <FindingsList
        findings={findings}
        hrefOf={(at) => fileAddress(viewer.slug, viewer.name, { view: 'text', at })}
        actionsOf={(finding) => <FindingActions finding={finding} viewer={viewer} />}
      />
    </Box>
  );
}
