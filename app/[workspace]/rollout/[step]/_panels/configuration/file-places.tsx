import { Box } from '#components/ui/box';
import { Note } from '#components/ui/note';
import { configFileTexts, type FileKind } from '#lib/catalog/config-files';

/** What a file does, and what must not be written into it; the places are a part of their own on the page. */
export function FilePlaces({ kind }: { kind: FileKind }) {
  const { purpose, warning } = configFileTexts[kind];
  return (
    <>
      {warning ? (
        <Note tone="stale" icon="triangle-alert" title={warning.title}>
          {warning.text}
        </Note>
      ) : null}
      <Box title="What it does">
        <p className="text-text-2">{purpose}</p>
        <p className="mt-2">
          <a href="#places" className="in-words">
            Where it goes on each system
          </a>
        </p>
      </Box>
    </>
  );
}
