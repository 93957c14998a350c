import { reachWords, type Reach } from '#lib/domain/rbac/everyone/reach';

/** Whom the files are about, by what roles and groups say now. */
export function ReachLine({ reach }: { reach: Reach & { base: number } }) {
  return <p className="text-text-2">{lineOf(reach)}</p>;
}

function lineOf({ base, ...reach }: Reach & { base: number }): string {
  if (reach.people === 0) return 'By the roles and groups kept here, nobody may use Codex locally yet.';
  const all = `Reaches ${reachWords(reach)}: everybody who may use Codex locally.`;
  const named = reach.people - base;
  if (named === 0) return all;
  if (base === 0) return `${all} For all of them a policy takes the place of requirements.toml.`;
  const [some, rest] = [named, base].map((count) => count.toLocaleString('en'));
  return `${all} For ${some} of them a policy takes the place of requirements.toml, which is for the other ${rest}.`;
}
