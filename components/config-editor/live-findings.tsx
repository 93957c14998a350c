'use client';

import { FindingsList } from '#components/config-findings/findings-list';
import { Box } from '#components/ui/box';
import { Button } from '#components/ui/button';
import type { Finding, Fix } from '#lib/domain/config-check/finding';
import { findingSums } from '#lib/domain/config-check/finding-sums';

type Props = {
  findings: readonly Finding[];
  /** Something was typed that nobody has looked at yet. */
  isBehind: boolean;
  onGo: (place: Pick<Finding, 'line' | 'column'>) => void;
  /** Null where nothing may be changed, or the text has moved on. */
  onFix: ((fix: Fix) => void) | null;
};

/** What is to be known about the text in the editor, each with the way to its place and, where there is one, its mend. */
export function LiveFindings({ findings, isBehind, onGo, onFix }: Props) {
  return (
    <Box
      title="Findings"
      meta={<span role="status">{isBehind ? 'Looking…' : findingSums(findings)}</span>}
      flush
    >
      <div className="wide:max-h-[calc(70vh-44px)] wide:overflow-y-auto">
        <FindingsList
          findings={findings}
          actionsOf={({ line, column, fix }) => (
            <>
              <Button small variant="quiet" onClick={() => onGo({ line, column })}>
                {`Go to line ${line}`}
              </Button>
              {fix && onFix ? (
                <Button small onClick={() => onFix(fix)}>
                  {fix.title}
                </Button>
              ) : null}
            </>
          )}
        />
      </div>
    </Box>
  );
}
