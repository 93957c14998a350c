import { Button } from '#components/ui/button';
import { Select } from '#components/ui/field';
import { permissions as catalog } from '#lib/catalog/permissions';
import { accessPath } from '#access/access-places';
import { levelsOf, type WhoAddress } from './who-address';

/** Chooses a permission and, where it has levels, the least that is meant. Works before JavaScript. */
export function WhoForm({ address: { slug, permission, level } }: { address: WhoAddress }) {
  const permissions = Object.entries(catalog).map(([value, { label }]) => ({ value, label }));
  const levels = levelsOf(permission).map((label, index) => ({ value: String(index + 1), label }));
  return (
    <form action={accessPath(slug, 'who')} method="get" className="flex flex-wrap items-end gap-2">
      <div className="min-w-0 flex-1 basis-60">
        <Select
          key={permission}
          label="Permission"
          name="permission"
          empty="Choose one"
          options={permissions}
          defaultValue={permission}
          required
        />
      </div>
      {levels.length > 1 ? (
        <Select label="Level, at least" name="level" options={levels} defaultValue={String(level)} />
      ) : null}
      <Button type="submit" variant="primary">
        Show who
      </Button>
    </form>
  );
}
