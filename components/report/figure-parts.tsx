import { SheetFacts, SheetPart } from '#components/layout/sheet';
import { presetTexts } from '#lib/catalog/baseline';
import { surfaceWords } from '#lib/domain/rollout/decision';
import { accessFigures, reportDay } from '#lib/domain/report/report-words';
import type { Report } from '#lib/domain/report/report-view';

const number = (value: number) => value.toLocaleString('en');

/** What is decided, and who answers for it. */
export function DecisionPart({ report }: { report: Report }) {
  const { decision, owners, access } = report;
  const surfaces = decision.surfaces ? surfaceWords[decision.surfaces] : 'Not decided';
  const by = decision.by && decision.at ? `${decision.by}, ${reportDay(decision.at, report)}` : '–';
  return (
    <SheetPart title="Decision and owners">
      <SheetFacts
        label="Decision and owners"
        facts={[
          ['Surfaces', surfaces],
          ['Decided by', by],
          ...owners.map(({ label, name }) => [label, name ?? 'Nobody yet'] as const),
          ...(access ? [['Baseline', baselineWords(report)] as const] : []),
        ]}
      />
    </SheetPart>
  );
}

function baselineWords(report: Report): string {
  const { configuration } = report;
  if (!configuration) return 'Not chosen';
  const { preset, at, version } = configuration;
  const chosen = preset ? presetTexts[preset].label : 'By hand';
  return `${chosen}, version ${version}${at ? `, ${reportDay(at, report)}` : ''}`;
}

/** The baseline of Codex local, while nothing is known of people's access. */
export function ConfigurationPart({ report }: { report: Report }) {
  const { configuration, proofs } = report;
  return (
    <SheetPart title="Configuration">
      <SheetFacts
        label="Configuration"
        facts={[
          ['Baseline', baselineWords(report)],
          ['Changed by', configuration?.by ?? '–'],
          ['Accepted risks', number(proofs.accepted)],
          ['Access', 'No role or group recorded'],
        ]}
      />
    </SheetPart>
  );
}

/** How many people there are, and who falls back on the workspace defaults. */
export function AccessPart({ access }: { access: NonNullable<Report['access']> }) {
  return (
    <SheetPart title="Access" meta="active people">
      <SheetFacts
        label="Access"
        facts={accessFigures(access).map(([what, value]) => [what, number(value)] as const)}
      />
    </SheetPart>
  );
}
