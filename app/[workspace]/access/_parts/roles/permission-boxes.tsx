import { Badge } from '#components/ui/badge';
import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { FieldGrid, Select } from '#components/ui/field';
import { permissionKeys, permissions, type PermissionKey } from '#lib/catalog/permissions';
import { choiceOf, grantChoices, grantName } from '#lib/domain/rbac/chosen-grants';
import { levelOf, type Grants } from '#lib/domain/rbac/grants';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';

const areas = [...new Set(permissionKeys.map((key) => permissions[key].area))];

const unconfirmed =
  'By role, unconfirmed: the guide has it as a workspace toggle, and no source says that a role carries it by itself.';

type Props = {
  said: Grants;
  model: ResolutionModel;
  /** The workspace defaults know no default of their own. */
  isRole: boolean;
};

/**
 * Every permission, by area: a box to tick where it is granted or not, a choice where there are levels, or On,
 * Off and Default. The form sends ticked ones as `permission`, and choices under `grantName`.
 */
export function PermissionBoxes(props: Props) {
  return (
    <div className="grid gap-4">
      {areas.map((area) => (
        <Area key={area} area={area} {...props} />
      ))}
    </div>
  );
}

function Area({ area, said, model, isRole }: Props & { area: string }) {
  const keys = permissionKeys.filter((key) => permissions[key].area === area);
  const choices = (key: PermissionKey) => grantChoices(key, { catalog: permissions, model, isRole });
  const chosen = keys.filter((key) => choices(key).length > 2);
  const ticked = keys.filter((key) => choices(key).length === 2);
  return (
    <ChoiceGroup legend={area} hint={area === 'Codex' && ticked.length > 0 ? unconfirmed : undefined}>
      {ticked.map((key) => (
        <Checkbox key={key} name="permission" value={key} defaultChecked={levelOf(said[key]) > 0}>
          {permissions[key].label}
          {permissions[key].perRole === 'unconfirmed' ? (
            <>
              {' '}
              <Badge>by role: unconfirmed</Badge>
            </>
          ) : null}
        </Checkbox>
      ))}
      {chosen.length === 0 ? null : (
        <div className="w-full">
          <FieldGrid>
            {chosen.map((key) => (
              <Select
                key={key}
                label={permissions[key].label}
                name={grantName(key)}
                options={choices(key)}
                defaultValue={choiceOf(said[key], choices(key))}
                hint={permissions[key].perRole === 'unconfirmed' ? 'By role: unconfirmed.' : undefined}
              />
            ))}
          </FieldGrid>
        </div>
      )}
    </ChoiceGroup>
  );
}
