import { Box } from '#components/ui/box';
import { changePolicyAction, createPolicyAction, setPolicyTextAction } from './actions';
import { layersHref } from './layers-address';
import { ChangePolicyForm, NewPolicyForm } from './policy-form';
import type { Policy } from './policy-row';
import { PolicyTextForm } from './policy-text-form';

type Props = { slug: string; id: string; list: { policies: readonly Policy[] } };

/** A policy to be made, or one to be changed: its name, its groups, its text with what is to be known about it. */
export function PolicyEdit({ slug, id, list }: Props) {
  const closeHref = layersHref(slug);
  if (id === 'new') {
    return (
      <Box id="policy" title="Add a policy">
        <NewPolicyForm action={createPolicyAction.bind(null, slug)} closeHref={closeHref} />
      </Box>
    );
  }
  const policy = list.policies.find((one) => one.id === id);
  if (!policy) return null;
  const { name, version, text, findings } = policy;
  const groups = policy.groups.map((group) => group.id).join('\n');
  return (
    <Box id="policy" title={`Policy “${name}”`}>
      <div className="grid gap-6">
        <ChangePolicyForm
          key={`groups-${id}`}
          action={changePolicyAction.bind(null, slug)}
          said={{ name, groups }}
          {...{ id, version, closeHref }}
        />
        <PolicyTextForm
          key={`text-${id}`}
          action={setPolicyTextAction.bind(null, slug)}
          {...{ slug, id, text, version, findings }}
        />
      </div>
    </Box>
  );
}
