import { Sheet, SheetPart, SheetTwo } from '#components/layout/sheet';
import { reportMoment, statusSentence } from '#lib/domain/report/report-words';
import type { Report } from '#lib/domain/report/report-view';
import { AccessPart, ConfigurationPart, DecisionPart } from './figure-parts';
import { GapsPart } from './gaps-part';
import { MeasuresPart, ReviewsPart } from './measure-parts';
import { StepsPart } from './steps-part';

/** The report as one page of A4. What it shows is the value alone: a frozen report draws like the live one. */
export function ReportSheet({ report }: { report: Report }) {
  const { workspace, owners } = report;
  return (
    <Sheet
      title={`Codex rollout at ${workspace.name}`}
      meta={`Status on ${reportMoment(report)}, for the governance owner`}
      lede={statusSentence(report).map(({ words, strong }) =>
        strong ? <strong key={words}>{words}</strong> : <span key={words}>{words}</span>,
      )}
      foot={<Foot report={report} />}
    >
      <StepsPart report={report} />
      <SheetTwo>
        <DecisionPart report={report} />
        {report.access ? <AccessPart access={report.access} /> : <ConfigurationPart report={report} />}
      </SheetTwo>
      <GapsPart report={report} />
      <SheetTwo>
        <MeasuresPart report={report} />
        <ReviewsPart report={report} />
      </SheetTwo>
      <SheetPart title="Seen by">
        <ul className="sheet-sign">
          {owners.map(({ duty, label }) => (
            <li key={duty}>{`${label}, date`}</li>
          ))}
        </ul>
      </SheetPart>
    </Sheet>
  );
}

function Foot({ report: { guide, record, workspace } }: { report: Report }) {
  const head = record ? (
    <>
      Record head <code>{record.hash}</code> at event {record.sequence.toLocaleString('en')}.
    </>
  ) : (
    'Nothing is recorded yet.'
  );
  return (
    <>
      <span>
        Guide {guide}. {head}
      </span>
      <span className="whitespace-nowrap">{`Times in ${workspace.timeZone}`}</span>
    </>
  );
}
