import { Badge } from '#components/ui/badge';
import { Checkbox, ChoiceGroup } from '#components/ui/choice';
import { permissionKeys, permissions } from '#lib/catalog/permissions';

const areas = [...new Set(permissionKeys.map((key) => permissions[key].area))];

const unconfirmed =
  'By role, unconfirmed: the guide has it as a workspace toggle, and no source says that a role carries it by itself.';

/** Every permission as a box to tick, by area; the form sends the ticked ones as `permission`. */
export function PermissionBoxes({ ticked }: { ticked: readonly string[] }) {
  return (
    <div className="grid gap-4">
      {areas.map((area) => (
        <ChoiceGroup key={area} legend={area} hint={area === 'Codex' ? unconfirmed : undefined}>
          {permissionKeys
            .filter((key) => permissions[key].area === area)
            .map((key) => (
              <Checkbox key={key} name="permission" value={key} defaultChecked={ticked.includes(key)}>
                {permissions[key].label}
                {permissions[key].perRole === 'unconfirmed' ? (
                  <>
                    {' '}
                    <Badge>by role: unconfirmed</Badge>
                  </>
                ) : null}
              </Checkbox>
            ))}
        </ChoiceGroup>
      ))}
    </div>
  );
}
