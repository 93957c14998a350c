import { Box } from '#components/ui/box';
import { can } from '#lib/domain/authorization/can';
import { labelEraWords } from '#lib/domain/rollout/label-era';
import { requireContext } from '#lib/shell/context';
import { rolloutOf } from '#lib/shell/rollout';
import { setLabelsAction } from './actions';
import { LabelsForm } from './labels-form';

/** Whose labels and addresses of the vendor stand first, everywhere toggles and links are drawn. */
export async function LabelsBox({ slug }: { slug: string }) {
  const [ctx, { facts }] = await Promise.all([requireContext(slug), rolloutOf(slug)]);
  const editable = can(ctx.actor, 'workspace.write');
  return (
    <Box
      title="Labels of the vendor"
      footer={
        <span className="meta">
          {editable ? 'The other label stands beneath, with its date.' : 'A workspace owner chooses.'}
        </span>
      }
    >
      {editable ? (
        <LabelsForm action={setLabelsAction.bind(null, slug)} labels={facts.labels} />
      ) : (
        <p>{`Labels of ${labelEraWords[facts.labels.era]} stand first.`}</p>
      )}
    </Box>
  );
}
