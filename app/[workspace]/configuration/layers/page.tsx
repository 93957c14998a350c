import type { Metadata, Route } from 'next';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { layersLeftOut } from '#lib/catalog/layers';
import { can } from '#lib/domain/authorization/can';
import { readConfigLayers } from '#lib/queries/config-layers';
import { readConfigPolicies } from '#lib/queries/config-policies';
import { requireVisit } from '#lib/shell/context';
import { orNotFound } from '#lib/shell/or-not-found';
import { askedIn } from './_controls/layers-address';
import { LayersAnswer } from './_controls/layers-answer';
import { LayersForm } from './_controls/layers-form';
import { PoliciesBox } from './_controls/policies-box';
import { PolicyEdit } from './_controls/policy-edit';

export const metadata: Metadata = { title: 'Layers and groups' };

/** What a developer ends up with, key by key, and the policies for groups in the cloud. */
export default async function LayersPage({
  params,
  searchParams,
}: PageProps<'/[workspace]/configuration/layers'>) {
  const [{ workspace: slug }, search] = await Promise.all([params, searchParams]);
  const { ctx } = await requireVisit(slug);
  const asked = askedIn(search);
  const [layers, list] = await Promise.all([
    orNotFound(readConfigLayers(ctx, asked)),
    orNotFound(readConfigPolicies(ctx)),
  ]);
  const { system = 'linux', find = '' } = asked;
  const editable = can(ctx.actor, 'configuration.write');
  const edited = [search.policy].flat()[0];

  return (
    <Page>
      <PageHeader
        title="Layers and groups"
        // safe because a slug is lower-case words and hyphens
        parent={{
          href: `/${slug}/rollout/configuration` as Route,
          label: 'Local managed settings',
          here: 'Layers',
        }}
        meta={<span>{layersLeftOut}</span>}
      />
      <LayersForm {...{ slug, asked, layers }} />
      <LayersAnswer {...{ layers, system, find }} />
      <PoliciesBox {...{ slug, list, editable, edited }} />
      {editable && edited !== undefined ? <PolicyEdit {...{ slug, list }} id={edited} /> : null}
    </Page>
  );
}
