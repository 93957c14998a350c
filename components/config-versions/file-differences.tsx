import { Box } from '#components/ui/box';
import { LineDifference } from '#components/ui/line-difference';
import type { FileDifference } from '#lib/domain/config-versions/compare-versions';

const kindWords = { added: 'new file', removed: 'no longer there', changed: '' } as const;

/** How each file differs: what it means in sentences first, then line by line. */
export function FileDifferences({ differences }: { differences: readonly FileDifference[] }) {
  return differences.map(({ path, kind, words, parts }) => (
    <Box key={path} title={<span className="font-mono">{path}</span>} meta={kindWords[kind]} flush>
      {words.length > 0 ? (
        <ul className="list">
          {words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <LineDifference label={`Lines of ${path} that differ`} parts={parts} />
    </Box>
  ));
}
