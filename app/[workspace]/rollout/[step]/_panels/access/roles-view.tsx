import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { permissionKeys, permissions as catalog } from '#lib/catalog/permissions';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { peopleWords } from '#lib/domain/rbac/counted';
import { grantedKeys } from '#lib/domain/rbac/grants';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { accessHref } from '#access/access-address';
import { createRoleAction } from '#access/actions';
import { Matrix, type MatrixColumn, type MatrixRow } from './matrix';
import { NewRole } from './role-form';
import type { ViewProps } from '#access/view-props';

/** Rows 2.1 and 2.2: the workspace defaults and every custom role, as a matrix. */
export function RolesView({ slug, access, mayGrant }: ViewProps) {
  const isEmpty = access.roles.length === 0 && access.defaults.version === 0;
  return (
    <>
      <Box title="What roles grant" meta="Permissions resolve to the maximum" flush={!isEmpty}>
        {isEmpty ? (
          <NoRoles slug={slug} mayGrant={mayGrant} />
        ) : (
          <Matrix label="What roles grant" columns={columnsOf(slug, access)} rows={rowsOf(access)} />
        )}
      </Box>
      {mayGrant ? (
        <Box title="Add a role">
          <NewRole action={createRoleAction.bind(null, slug)} />
        </Box>
      ) : (
        <p className="meta">The workspace owner changes roles and workspace defaults.</p>
      )}
    </>
  );
}

function NoRoles({ slug, mayGrant }: { slug: string; mayGrant: boolean }) {
  return (
    <EmptyState
      title="Workspace defaults and custom roles stand here."
      action={
        mayGrant ? (
          <LinkButton variant="primary" href={accessHref(slug, { view: 'defaults' })}>
            Set the workspace defaults…
          </LinkButton>
        ) : null
      }
    >
      They decide who may use Codex, and who loses what by joining a group. Copy them from Custom Roles in the
      admin settings of ChatGPT: about 15 minutes.
    </EmptyState>
  );
}

function columnsOf(slug: string, { defaults, roles, profiles }: AccessFacts): MatrixColumn[] {
  const peopleWith = (isMeant: (roleIds: readonly string[]) => boolean) =>
    peopleWords(
      profiles.filter(({ roleIds }) => isMeant(roleIds)).reduce((sum, { people }) => sum + people, 0),
    );
  return [
    {
      id: 'defaults',
      label: 'Workspace defaults',
      second: defaults.version === 0 ? 'not set yet' : peopleWith((roleIds) => roleIds.length === 0),
      href: accessHref(slug, { view: 'defaults' }),
    },
    ...roles.map(({ id, name }) => ({
      id,
      label: name,
      second: peopleWith((roleIds) => roleIds.includes(id)),
      href: accessHref(slug, { view: 'role', id }),
    })),
  ];
}

function rowsOf({ defaults, roles }: AccessFacts): MatrixRow[] {
  const lists = [defaults, ...roles].map(({ permissions }) => grantedKeys(permissions));
  const known: readonly string[] = permissionKeys;
  const retired = [...new Set(lists.flat())].filter((key) => !known.includes(key));
  return [...permissionKeys, ...retired].map((key) => ({
    key,
    label: permissionLabel(key, catalog),
    granted: lists.map((list) => list.some((one) => one === key)),
  }));
}
