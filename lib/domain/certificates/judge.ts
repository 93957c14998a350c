import { formOf, type Delivery, type KeyCatalogue } from '#lib/domain/config-check/look';
import { stepsOf } from '#lib/domain/config-check/key-path';
import { treesOf } from '#lib/domain/config-check/key-trees';
import { readToml } from '#lib/domain/config-check/read-toml';
import { configFileNames, type ConfigFileName } from '#lib/domain/config/file-sections';
import type { VersionFile } from '#lib/domain/config-versions/config-version';
import { askedFiles } from './asked-files';
import type { KeyResult } from './certificate';
import { clientFolder, type ClientAnswer } from './client-answer';
import { judgeKey } from './judge-key';
import { judgeTeamFile } from './judge-team-file';
import { readLeaves, type Leaf } from '#lib/domain/config-check/read-leaves';
import { refusedPlace } from './refused-place';

/** The client that was asked, and the newest that the catalogue knows. */
export type Judging = { client: string; newest: string };

/**
 * What became of each key of a version’s files on one client, and of each key of its policies where they stand for the
 * requirements. `answers` are those to `askedFiles`, in that order.
 */
export function judgeAll(
  files: readonly VersionFile[],
  answers: readonly ClientAnswer[],
  judging: Judging,
  catalogue: KeyCatalogue,
): KeyResult[] {
  return askedFiles(files).flatMap(({ policy, files: laid }, at): KeyResult[] => {
    const answer = answers[at];
    // INVARIANT: a client that could not be asked about one of them is not judged at all.
    if (!answer) throw new Error(`there is no answer about ${policy ?? 'the files'}`);
    if (policy === null) return judge(laid, answer, judging, catalogue);
    const own = laid.filter(({ path }) => path === 'requirements.toml');
    const results = judge(own, answer, { ...judging, delivery: 'cloud' }, catalogue);
    return results.map((result) => ({ ...result, file: policy }));
  });
}

const isConfigFile = (path: string): path is ConfigFileName => configFileNames.some((name) => name === path);

/**
 * What became of each key of the files on one client, by what that client answered: the values in them are what is
 * intended. What clients drop from the cloud is ignored there, whatever they make of it in a file. Where the client
 * loads nothing, the key it names is refused and of all others nothing can be seen.
 *
 * Total: any text, any answer.
 */
export function judge(
  files: readonly VersionFile[],
  answer: ClientAnswer,
  { delivery = 'device', ...judging }: Judging & { delivery?: Delivery },
  catalogue: KeyCatalogue,
): KeyResult[] {
  const trees = treesOf(catalogue);
  return files.flatMap(({ path: file, text }): KeyResult[] => {
    if (!isConfigFile(file)) return judgeTeamFile(file, answer);
    const form = formOf(file);
    const read = readToml(text);
    const leaves = read.ok ? readLeaves(read.value.document, trees[form], text) : [];
    if (answer.refusal !== null) return judgeRefused(file, leaves, answer.refusal);
    return leaves.map((leaf) => ({
      ...{ file, key: leaf.path, line: leaf.line },
      ...judgeKey(leaf, { file, form, delivery, answer, ...judging }),
    }));
  });
}

const unseen = 'The client loads none of the files, so nothing can be seen of it.';

/** The keys of a file of which the client loads nothing. */
function judgeRefused(file: string, leaves: readonly Leaf[], refusal: string): KeyResult[] {
  const place = refusedPlace(refusal);
  const isHere = place.file === `${clientFolder}${file}`;
  const culprit = isHere ? culpritOf(leaves, place) : undefined;
  const whole: KeyResult[] =
    isHere && !culprit ? [{ file, key: '', line: place.line, outcome: 'refused', message: refusal }] : [];
  return [
    ...whole,
    ...leaves.map((leaf): KeyResult => ({
      ...{ file, key: leaf.path, line: leaf.line },
      ...(leaf === culprit
        ? { outcome: 'refused', message: refusal }
        : { outcome: 'not_observable', message: unseen }),
    })),
  ];
}

/** The key that the client names, or the one that stands where it points. */
function culpritOf(leaves: readonly Leaf[], { key, line }: { key: string | null; line: number | null }) {
  const steps = key === null ? null : stepsOf(key);
  const isNamed = (leaf: Leaf) =>
    steps?.slice(0, leaf.steps.length).every((step, at) => step === leaf.steps[at]) ?? false;
  return (
    leaves.find((leaf) => isNamed(leaf) || leaf.path === key) ??
    leaves.find((leaf) => line !== null && leaf.line === line)
  );
}
