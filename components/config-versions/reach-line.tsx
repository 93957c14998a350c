import { reachWords, type Reach } from '#lib/domain/rbac/everyone/reach';

/** Whom the files are about, by what roles and groups say now. */
export function ReachLine({ reach }: { reach: Reach }) {
  return (
    <p className="text-text-2">
      {reach.people === 0
        ? 'By the roles and groups kept here, nobody may use Codex locally yet.'
        : `Reaches ${reachWords(reach)}: everybody who may use Codex locally.`}
    </p>
  );
}
