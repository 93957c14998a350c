import { Icon } from '#components/ui/icon';
import { permissions as catalog } from '#lib/catalog/permissions';
import { permissionLabel } from '#lib/domain/rbac/permission';

type Props = { before: readonly string[]; after: readonly string[] };

/** Which permissions come in and which go, each with its sign. */
export function PermissionChange({ before, after }: Props) {
  const gone = before.filter((key) => !after.includes(key));
  const come = after.filter((key) => !before.includes(key));
  if (gone.length + come.length === 0) return <p>No permission changes.</p>;
  return (
    <ul className="grid gap-1">
      {gone.map((key) => (
        <li key={key} className="flex gap-2">
          <Icon name="minus" tone="blocked" label="No longer granted" />
          {permissionLabel(key, catalog)}
        </li>
      ))}
      {come.map((key) => (
        <li key={key} className="flex gap-2">
          <Icon name="plus" tone="done" label="Newly granted" />
          {permissionLabel(key, catalog)}
        </li>
      ))}
    </ul>
  );
}
