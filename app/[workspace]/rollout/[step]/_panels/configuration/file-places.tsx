import { Box } from '#components/ui/box';
import { DefinitionList } from '#components/ui/facts';
import { Note } from '#components/ui/note';
import { configFileTexts } from '#lib/catalog/config-files';
import type { ConfigFileName } from '#lib/domain/config/file-sections';

/** What a file does, where each operating system looks for it, and what must not be written into it. */
export function FilePlaces({ name }: { name: ConfigFileName }) {
  const { purpose, places, warning } = configFileTexts[name];
  return (
    <>
      {warning ? (
        <Note tone="stale" icon="triangle-alert" title={warning.title}>
          {warning.text}
        </Note>
      ) : null}
      <Box title="Where it goes">
        <p className="mb-3 text-text-2">{purpose}</p>
        <DefinitionList facts={places.map(({ system, place }) => ({ term: system, value: place }))} />
      </Box>
    </>
  );
}
