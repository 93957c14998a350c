import { Box } from '#components/ui/box';
import { DefinitionList } from '#components/ui/facts';
import { presetTexts } from '#lib/catalog/baseline';
import type { TextName } from '#lib/domain/config-text/text-view';
import { readConfigKey } from '#lib/queries/config-keys';
import { requireContext } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { setConfigKeyAction } from './actions';
import { fileAddress } from './file-address';
import { KeyForm } from './key-form';

type Props = { slug: string; name: TextName; path: readonly string[] };

/** One key: what it does, what the presets say of it, and the form that sets it. */
export async function KeyView({ slug, name, path }: Props) {
  const ctx = await requireContext(slug);
  const { known, presets, ...key } = await orNotFound(readConfigKey(ctx, { name, path: [...path] }));
  return (
    <Box title={<code>{key.key}</code>} meta={key.toml === null ? 'Not set' : 'Set'}>
      <div className="grid gap-4">
        <p>{known?.help ?? 'No client is known to know this key.'}</p>
        <DefinitionList
          facts={[
            ...(known
              ? [
                  { term: 'Risk', value: known.risk },
                  { term: 'Since', value: known.since ?? 'any client' },
                  { term: 'Source', value: known.source },
                ]
              : []),
            ...presets.map(({ preset, toml }) => ({
              term: presetTexts[preset].label,
              value: toml === null ? 'says nothing of it' : <code>{toml}</code>,
            })),
          ]}
        />
        <KeyForm
          action={setConfigKeyAction.bind(null, slug)}
          name={name}
          path={path}
          value={{ ...key, sample: known?.sample ?? null }}
          closeHref={fileAddress(slug, name)}
        />
      </div>
    </Box>
  );
}
