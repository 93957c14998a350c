import { Icon } from '#components/ui/icon';
import { modelNames, resolutionModels, type ResolutionModel } from '#lib/domain/rbac/resolution-model';

type Words = { rules: readonly string[]; source: string };

const told: Readonly<Record<ResolutionModel, Words>> = {
  'guide-2026-03': {
    rules: [
      'A role grants a permission, or does not mention it.',
      'Any custom role, even one that grants nothing, switches the workspace defaults off.',
      'Of several roles, the most that any grants.',
    ],
    source: 'Guide of March 2026, Step 2; Help Center article 11750701 of that time.',
  },
  'tri-state': {
    rules: [
      'A role says On, Off or Default of a permission; Default follows the workspace defaults.',
      'People may have roles directly, besides those of their groups.',
      'Of several roles, the most that any grants: an Off beside an On is granted, and flagged.',
    ],
    source: 'Help Center article 11750701, autumn 2026.',
  },
};

const known =
  'Known: the guide and the newest Help Center article agree that the most permissive role wins. Known as well: by the newest article some permissions have On and Off alone.';
const disputed =
  'Disputed: the pages “Roles and workspace permissions” and “Groups and provisioning” of autumn 2026 say that an Off in any role denies. Try it with one person before you rely on an Off.';

/** The two models by name and date, what each says, and what is known and disputed between them. */
export function ModelWords({ chosen }: { chosen: ResolutionModel }) {
  return (
    <div className="grid gap-4">
      <dl className="grid gap-4 md:grid-cols-2">
        {resolutionModels.map((model) => (
          <div key={model} className="grid content-start gap-1">
            <dt className="flex items-center gap-2">
              {model === chosen ? <Icon name="check" label="Chosen" /> : null}
              <strong>{modelNames[model]}</strong>
            </dt>
            {told[model].rules.map((rule) => (
              <dd key={rule} className="text-text-2">
                {rule}
              </dd>
            ))}
            <dd className="meta">{told[model].source}</dd>
          </div>
        ))}
      </dl>
      <div className="grid max-w-read gap-1 border-t border-line pt-3">
        <p>{known}</p>
        <p>{disputed}</p>
      </div>
    </div>
  );
}
