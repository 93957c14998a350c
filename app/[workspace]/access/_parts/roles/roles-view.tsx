import { accessHref } from '#access/access-address';
import { createRoleAction } from '#access/actions';
import type { ViewProps } from '#access/view-props';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { MatrixBox, matrixLabel } from './matrix-box';
import { ModelBox } from './model-box';
import { NewRole } from './role-form';

/** Rows 2.1 and 2.2: the workspace defaults and every custom role, as a matrix; and how several resolve. */
export function RolesView(props: ViewProps) {
  const { slug, access, mayGrant } = props;
  const isEmpty = access.roles.length === 0 && access.defaults.version === 0;
  return (
    <>
      {isEmpty ? (
        <Box title={matrixLabel}>
          <NoRoles slug={slug} mayGrant={mayGrant} />
        </Box>
      ) : (
        <MatrixBox {...props} />
      )}
      {mayGrant ? (
        <Box title="Add a role">
          <NewRole action={createRoleAction.bind(null, slug)} />
        </Box>
      ) : (
        <p className="meta">The workspace owner changes roles and workspace defaults.</p>
      )}
      <ModelBox {...props} />
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
