import { Bar } from '#components/ui/progress-bar';
import { State, type StateName } from '#components/ui/state';
import { Time } from '#components/ui/time';
import type { ClientView } from '#lib/domain/clients/client';
import { removeClientAction } from './actions';
import { RemoveClient } from './remove-client';

type Props = { slug: string; client: ClientView; at: { now: Date; zone: string }; mayWrite: boolean };

const states: Readonly<Record<ClientView['state'], { state: StateName; word: string }>> = {
  queued: { state: 'waiting', word: 'on its way' },
  running: { state: 'in_progress', word: 'on its way' },
  ready: { state: 'done', word: 'at hand' },
  failed: { state: 'blocked', word: 'could not be fetched' },
};

/** One client: where it came from, its sums, or how far it is. */
export function ClientRow({ slug, client, at, mayWrite }: Props) {
  const { version, state, source, progress, reason, by, sha256, integrity } = client;
  return (
    <li className="grid grid-cols-1 gap-1">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <State state={states[state].state}>{`Codex ${version}: ${states[state].word}`}</State>
        {mayWrite ? (
          <RemoveClient
            action={removeClientAction.bind(null, slug)}
            version={version}
            submit={progress ? 'Give up' : 'Remove'}
          />
        ) : null}
      </div>
      {progress ? (
        <>
          <p role="status">{progress.words}</p>
          <Bar part={progress.step + 1} whole={progress.of + 1} />
        </>
      ) : null}
      {reason === null ? null : <p role="status">{reason}</p>}
      <span className="meta">
        {`${source === 'npm' ? 'From npm, asked for by' : 'From a package, added by'} ${by}, `}
        <Time at={client.at} {...at} />
      </span>
      {sha256 === null ? null : (
        <span className="meta wrap-anywhere">
          SHA-256 of the binary <code>{sha256}</code>, of the package <code>{integrity}</code>
        </span>
      )}
    </li>
  );
}
