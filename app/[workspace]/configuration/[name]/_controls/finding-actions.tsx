import { LinkButton } from '#components/ui/button';
import type { TextName } from '#lib/domain/config-text/text-view';
import { findingSubject } from '#lib/domain/config-check/accepted-findings';
import { AcceptForm } from './accept-form';
import { acceptConfigFindingAction, fixConfigFindingAction, withdrawConfigAcceptanceAction } from './actions';
import type { ShownFinding } from './config-text';
import { fileAddress } from './file-address';
import { FixForm } from './fix-form';
import { WithdrawForm } from './withdraw-form';

/** Who looks at the findings of which text, and which one's acceptance is open. */
export type FindingViewer = {
  slug: string;
  name: TextName;
  version: number;
  mayFix: boolean;
  mayAccept: boolean;
  /** Subject of the acceptance that is open. */
  accepting: string | null;
};

/** What can be done about one finding: mended by a press, accepted until a day, or the acceptance taken back. */
export function FindingActions({ finding, viewer }: { finding: ShownFinding; viewer: FindingViewer }) {
  const { slug, name, version, mayFix } = viewer;
  const { id, line, column, fix } = finding;
  return (
    <>
      {fix && mayFix ? (
        <FixForm
          action={fixConfigFindingAction.bind(null, slug)}
          hidden={{ name, id, line: String(line), column: String(column) }}
          version={version}
          title={fix.title}
        />
      ) : null}
      {finding.severity === 'error' ? null : <Acceptance finding={finding} viewer={viewer} />}
    </>
  );
}

function Acceptance({ finding, viewer }: { finding: ShownFinding; viewer: FindingViewer }) {
  const { slug, name, mayAccept, accepting } = viewer;
  const { id, key, acceptance } = finding;
  const subject = findingSubject(name, finding);
  const seen = acceptance.version;
  if (acceptance.state === 'standing') {
    return (
      <>
        <span className="meta">{`${acceptance.by ?? ''} accepted it until ${acceptance.endsOn ?? ''}: ${acceptance.reason ?? ''}`}</span>
        {mayAccept ? (
          <WithdrawForm
            action={withdrawConfigAcceptanceAction.bind(null, slug)}
            hidden={{ subject }}
            version={seen}
          />
        ) : null}
      </>
    );
  }
  if (!mayAccept) return null;
  if (accepting !== subject) {
    return (
      <LinkButton small variant="quiet" href={fileAddress(slug, name, { view: 'findings', accept: subject })}>
        Accept…
      </LinkButton>
    );
  }
  return (
    <AcceptForm
      action={acceptConfigFindingAction.bind(null, slug)}
      hidden={{ name, id, key: key ?? '' }}
      version={seen}
      closeHref={fileAddress(slug, name, { view: 'findings' })}
    />
  );
}
