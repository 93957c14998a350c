import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { Table, TableCell, TableRow } from '#components/ui/table';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { namesWords } from '#lib/domain/rbac/counted';
import { permissionLabel } from '#lib/domain/rbac/permission';
import { allOn, levelOf } from '#lib/domain/rbac/grants';
import {
  isComplete,
  joiningEffect,
  suggestedGroups,
  type Suggestion,
} from '#lib/domain/rbac/suggested-groups';
import { rolloutOf } from '#lib/shell/rollout';
import { accessHref, oneOf } from '#access/access-address';
import { createSuggestedGroupsAction } from '#access/actions';
import { ChangePreview } from '#access/change-preview';
import { SaveForm } from '#access/save-form';
import type { ViewProps } from '#access/view-props';

const columns = [
  { label: 'Role and group' },
  { label: 'The role grants' },
  { label: 'Whoever uses the defaults and joins' },
  { label: 'What happens' },
];

/** Row 2.6: the guide's two groups for a gradual rollout, shown before they are made. */
export async function SuggestedView({ slug, access, mayGrant, search }: ViewProps) {
  const { decision } = await rolloutOf(slug);
  const keepDefaults = oneOf(search.keep) !== 'no';
  const suggestions = suggestedGroups(access, { surfaces: decision.surfaces, keepDefaults }, catalog);
  const done = isComplete(suggestions);
  return (
    <>
      <Box title="Suggested groups for a gradual rollout" meta={done ? 'Made' : 'Not made yet'} flush>
        <Table label="Suggested groups" columns={columns}>
          {suggestions.map((suggestion) => (
            <TableRow key={suggestion.name} head={suggestion.name}>
              <TableCell>{grantedBy(suggestion, access)}</TableCell>
              <TableCell>{joiningWords(suggestion, access)}</TableCell>
              <TableCell>{madeWords(suggestion)}</TableCell>
            </TableRow>
          ))}
        </Table>
        <div className="grid gap-3 border-t border-line p-4">
          <p className="max-w-read text-text-2">
            Nobody’s access changes until people are put into the groups. What exists by name stays as it is.
          </p>
          {done ? null : <Keeping slug={slug} keepDefaults={keepDefaults} />}
          {done || !mayGrant ? (
            <p className="meta">{done ? 'Both are there.' : 'The workspace owner makes them.'}</p>
          ) : null}
        </div>
      </Box>
      {done || !mayGrant ? null : <Making {...{ slug, suggestions, keepDefaults }} />}
    </>
  );
}

/** What making them does now, and the button. */
function Making({ slug, suggestions, keepDefaults }: MakingProps) {
  return (
    <ChangePreview
      slug={slug}
      title="Codex Users and Codex Admin"
      changes={suggestions
        .filter(({ roleId }) => roleId === null)
        .map(({ name, permissions }) => ({
          kind: 'role-created',
          role: `suggested ${name}`,
          name,
          permissions: allOn(permissions),
        }))}
      summary={<p>Nobody is in these groups yet, so making them changes nobody’s access.</p>}
    >
      <SaveForm
        action={createSuggestedGroupsAction.bind(null, slug)}
        hidden={{ keepDefaults: String(keepDefaults) }}
        submit="Make Codex Users and Codex Admin"
        primary
        saved="Groups made."
        closeHref={accessHref(slug, { view: 'groups' })}
      />
    </ChangePreview>
  );
}

type MakingProps = { slug: string; suggestions: readonly Suggestion[]; keepDefaults: boolean };

function Keeping({ slug, keepDefaults }: { slug: string; keepDefaults: boolean }) {
  return (
    <p className="flex flex-wrap items-center gap-3">
      {keepDefaults
        ? 'Both roles grant the workspace defaults again, so that nobody loses one by joining.'
        : 'The roles grant Codex alone: whoever joins goes without the workspace defaults.'}
      <LinkButton
        small
        variant="quiet"
        scroll={false}
        href={accessHref(slug, { view: 'suggested' }, { keep: keepDefaults ? 'no' : 'yes' })}
      >
        {keepDefaults ? 'Grant Codex alone' : 'Grant the defaults again'}
      </LinkButton>
    </p>
  );
}

/** What the role grants: of one that is there already what it says, else what is suggested. */
function grantedBy({ roleId, permissions }: Suggestion, { roles }: AccessFacts): string {
  const said = roles.find(({ id }) => id === roleId)?.permissions;
  const keys = said ? Object.keys(said).filter((key) => levelOf(said[key]) > 0) : permissions;
  return labels(keys).join(', ') || 'nothing';
}

const labels = (keys: readonly string[]) => keys.map((key) => permissionLabel(key, catalog));

function joiningWords(suggestion: Suggestion, access: AccessFacts): string {
  const { losses, gains } = joiningEffect(suggestion, access);
  const lost = losses.length > 0 ? `loses ${namesWords(labels(losses), 6)}` : 'loses nothing';
  const gained = gains.length > 0 ? `gains ${namesWords(labels(gains), 6)}` : 'gains nothing';
  return `${lost}, ${gained}`;
}

function madeWords({ roleId, groupId }: Suggestion): string {
  if (roleId !== null && groupId !== null) return 'Role and group are there already: neither is touched.';
  if (roleId !== null) return 'The role is there already; the group is made with it.';
  if (groupId !== null) return 'The role is made; the group is there already and is not touched.';
  return 'Role and group are made, without people.';
}
