import { accessHref, oneOf } from '#access/access-address';
import { setModelAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { modelNames, resolutionModels, type ResolutionModel } from '#lib/domain/rbac/resolution-model';
import { ModelWords } from './model-words';

/** By which of the two models several roles become one access; the other one is looked at before it is chosen. */
export function ModelBox({ slug, access, mayGrant, search }: ViewProps) {
  const { model, version } = access.model;
  const [other = model] = resolutionModels.filter((one) => one !== model);
  const isPreview = mayGrant && oneOf(search.model) === other;
  return (
    <>
      {isPreview ? <Preview slug={slug} other={other} version={version} /> : null}
      <Box
        title="How several roles become one access"
        id="model"
        meta={version === 0 ? `${modelNames[model]}, unless changed` : modelNames[model]}
        footer={
          mayGrant ? (
            <LinkButton
              small
              scroll={false}
              href={accessHref(slug, { view: 'roles' }, { model: other }, 'model')}
            >
              {`See what ${modelNames[other]} would do…`}
            </LinkButton>
          ) : (
            <span className="meta">The workspace owner chooses the model.</span>
          )
        }
      >
        <ModelWords chosen={model} />
      </Box>
    </>
  );
}

function Preview({ slug, other, version }: { slug: string; other: ResolutionModel; version: number }) {
  return (
    <ChangePreview
      slug={slug}
      title={`The model ${modelNames[other]}`}
      changes={[{ kind: 'model-changed', model: other }]}
      summary={
        <p className="max-w-read">
          Nothing changes in ChatGPT itself: this is how Slipway reads what roles say. What roles say and who
          has them stays.
        </p>
      }
    >
      <SaveForm
        action={setModelAction.bind(null, slug)}
        hidden={{ model: other }}
        version={version}
        submit={`Use ${modelNames[other]}`}
        primary
        saved={`Roles resolve by ${modelNames[other]}.`}
        closeHref={accessHref(slug, { view: 'roles' })}
      />
    </ChangePreview>
  );
}
