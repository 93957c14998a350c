import { PlaceButton } from '#components/ui/button';
import { Note } from '#components/ui/note';
import { SubmitButton } from '#components/ui/submit-button';
import { changedDecisions } from '#lib/domain/config/compare-decisions';
import { decisionsFromForm } from '#lib/domain/config/configuration-from-form';
import type { ConfigurationView } from '#lib/domain/config/configuration-view';
import type { Decisions } from '#lib/domain/config/decisions';
import { viewDecisions } from '#lib/domain/config/view-decisions';
import { DecisionTable } from './decision-table';

type Props = { slug: string; mine: Record<string, string>; theirs: ConfigurationView };

/** Somebody saved other decisions meanwhile: both side by side, and either can be kept. */
export function HandConflict({ slug, mine, theirs }: Props) {
  const yours = inOrder(mine);
  const saved = viewDecisions(theirs);
  const keys = saved ? changedDecisions(saved, yours) : [];

  return (
    <div className="grid gap-3 border-t border-line py-4">
      <div className="px-4">
        <Note
          tone="stale"
          icon="git-compare"
          alert
          title={`Somebody saved version ${theirs.version} since you opened this.`}
        >
          Nothing is lost: keep one of the two, or write a third below and save it.
        </Note>
      </div>
      {saved && keys.length > 0 ? (
        <DecisionTable
          label="Yours and theirs"
          keys={keys}
          before={{ label: 'Yours, not saved', decisions: yours }}
          after={{ label: `Theirs, version ${theirs.version}`, decisions: saved }}
        />
      ) : (
        <p className="px-4">Both say the same.</p>
      )}
      <p className="flex flex-wrap gap-2 px-4">
        <SubmitButton small>Keep mine</SubmitButton>
        <PlaceButton small href={`/${slug}/rollout/configuration`}>
          Keep theirs
        </PlaceButton>
      </p>
    </div>
  );
}

/** What was typed, with its servers in the order in which they are stored. */
function inOrder(typed: Record<string, string>): Decisions {
  // safe because only input that parsed meets a conflict
  const decisions = decisionsFromForm(new Map(Object.entries(typed))) as Decisions;
  if (decisions.mcp.mode !== 'listed') return decisions;
  const servers = [...decisions.mcp.servers].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...decisions, mcp: { mode: 'listed', servers } };
}
