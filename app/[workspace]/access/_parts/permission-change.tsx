import { grantWords } from '#access/roles/grant-words';
import { Icon } from '#components/ui/icon';
import { permissions as catalog } from '#lib/catalog/permissions';
import { grantChanges } from '#lib/domain/rbac/chosen-grants';
import { levelOf, type Grants } from '#lib/domain/rbac/grants';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { ResolutionModel } from '#lib/domain/rbac/resolution-model';

type Props = { before: Grants; after: Grants; model: ResolutionModel };

/** Of which permissions something else is said, each with its sign. */
export function PermissionChange({ before, after, model }: Props) {
  const changes = grantChanges(before, after);
  if (changes.length === 0) return <p>No permission changes.</p>;
  return (
    <ul className="grid gap-1">
      {changes.map(({ key, before: was, after: is }) => (
        <li key={key} className="flex gap-2">
          {levelOf(is) > levelOf(was) ? (
            <Icon name="plus" tone="done" label="Newly granted" />
          ) : levelOf(is) < levelOf(was) ? (
            <Icon name="minus" tone="blocked" label="No longer granted" />
          ) : (
            <Icon name="equal-not" tone="stale" label="Said otherwise" />
          )}
          <span>
            {permissionLabel(key, catalog)}
            {model === 'tri-state' || (levelOf(was) > 0 && levelOf(is) > 0) ? (
              <span className="meta">{` ${grantWords(key, was, model)} → ${grantWords(key, is, model)}`}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
