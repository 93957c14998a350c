import { PanelPart } from '#components/layout/panel';
import { LinkButton } from '#components/ui/button';
import { Time } from '#components/ui/time';
import type { Attestation } from '#lib/domain/attestations/attestation';
import type { TaskStatus } from '#lib/domain/rollout/task-status';
import { taskPanel } from '#lib/shell/task-panel';
import { attestTaskAction, withdrawAttestationAction } from './actions';
import { TakeBackForm } from './take-back-form';
import { WordForm } from './word-form';

/** Who looks at the panel, when and from where. */
export type WordViewer = { slug: string; now: Date; zone: string; mayAttest: boolean };

type Props = {
  status: TaskStatus;
  word: Attestation | undefined;
  viewer: WordViewer;
  /** The address asks for the form. */
  open: boolean;
};

/** The word that stands on a task, and the ways to give one and to take it back. */
export function WordPart({ status, word, viewer, open }: Props) {
  const stands = word?.kind === 'given';
  return (
    <PanelPart title="Confirmed">
      {stands ? (
        <StandingWord word={word} viewer={viewer} />
      ) : (
        <p className="text-text-2">{word ? 'Taken back; nobody’s word stands.' : 'Not yet.'}</p>
      )}
      <div className="mt-3 grid gap-3">
        <Ways status={status} stands={stands} viewer={viewer} open={open} />
      </div>
    </PanelPart>
  );
}

type StandingProps = { word: Attestation; viewer: WordViewer };

function StandingWord({ word: { by, at, note, link }, viewer: { now, zone } }: StandingProps) {
  return (
    <div className="grid gap-1 wrap-anywhere">
      <p>
        <strong>{by}</strong>{' '}
        <span className="meta">
          <Time at={at} now={now} zone={zone} />
        </span>
      </p>
      {note ? <p className="whitespace-pre-line text-text-2">{note}</p> : null}
      {link ? (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {link}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function Ways({ status, stands, viewer, open }: Omit<Props, 'word'> & { stands: boolean }) {
  const { task, state, version } = status;
  const { slug, mayAttest } = viewer;
  if (state === 'not_applicable') return null;
  if (!mayAttest) {
    return (
      <p className="meta">One of the three owners confirms it: workspace, IT management or governance.</p>
    );
  }
  if (open) {
    return (
      <WordForm
        action={attestTaskAction.bind(null, slug)}
        taskId={task.id}
        version={version}
        closeHref={taskPanel(slug, task.id)}
        again={stands}
      />
    );
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <LinkButton small href={taskPanel(slug, task.id, true)} scroll={false}>
        {stands ? 'Confirm again…' : 'Confirm…'}
      </LinkButton>
      {stands ? (
        <TakeBackForm
          action={withdrawAttestationAction.bind(null, slug)}
          taskId={task.id}
          version={version}
        />
      ) : null}
    </div>
  );
}
