import { Note } from '#components/ui/note';
import { can } from '#lib/domain/authorization/can';
import { exampleSlug } from '#lib/domain/example/example';
import { isExample } from '#lib/queries/example';
import { requireContext } from '#lib/shell/context';
import { removeExampleAction } from './actions';
import { RemoveExample } from './remove-example';

/** Says that a workspace is the example, and removes it in one press. Nothing anywhere else. */
export async function ExampleStrip({ slug }: { slug: string }) {
  if (slug !== exampleSlug) return null;
  const ctx = await requireContext(slug);
  if (!(await isExample(ctx))) return null;
  const remove = can(ctx.actor, 'example.remove') ? (
    <RemoveExample action={removeExampleAction.bind(null, slug)} />
  ) : null;
  return (
    <Note title="This is the example: people and decisions are invented." action={remove}>
      Change what you like; removing it takes all of it away, its record included.
    </Note>
  );
}
