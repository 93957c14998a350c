import { accessHref, oneOf } from '#access/access-address';
import type { ViewProps } from '#access/view-props';
import { Box } from '#components/ui/box';
import { LinkButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { permissions as catalog } from '#lib/catalog/permissions';
import type { AccessFacts } from '#lib/domain/rbac/access-facts';
import { peopleWords } from '#lib/domain/rbac/counted';
import { renderMatrix, roleMatrix, whatDiffers, type RoleMatrix } from '#lib/domain/rbac/role-matrix';
import { Matrix, type MatrixColumn, type MatrixSign } from './matrix';

/** What the matrix is called, also while there is none. */
export const matrixLabel = 'What roles grant';

/** The matrix: whole or what differs, and as Markdown for the clipboard. */
export function MatrixBox({ slug, access, search }: ViewProps) {
  const whole = roleMatrix(access, catalog);
  const isNarrowed = oneOf(search.differs) === 'yes';
  const shown = isNarrowed ? whatDiffers(whole) : whole;
  const { signs, areas } = compact(shown);
  const rows = areas.reduce((sum, area) => sum + area.rows.length, 0);
  return (
    <Box
      title={matrixLabel}
      meta={`${String(access.roles.length)} roles, ${String(rows)} permissions`}
      footer={
        <>
          <LinkButton
            small
            variant="quiet"
            scroll={false}
            href={accessHref(slug, { view: 'roles' }, isNarrowed ? {} : { differs: 'yes' })}
          >
            {isNarrowed ? 'Show every permission' : 'Show only what differs'}
          </LinkButton>
          <CopyButton text={renderMatrix(shown)} label="Copy as Markdown" />
          <span className="meta">{legend[access.model.model]}</span>
        </>
      }
      flush
    >
      {rows === 0 ? (
        <p className="p-4">Every role grants the same as the workspace defaults.</p>
      ) : (
        <Matrix label={matrixLabel} columns={columnsOf(slug, access)} signs={signs} areas={areas} />
      )}
    </Box>
  );
}

const legend = {
  'guide-2026-03': '✓ granted, – not granted. Of several roles, the most that any grants.',
  'tri-state':
    '✓ On, ⊘ Off; in brackets: Default, with what the workspace defaults make of it. Of several roles, the most that any grants.',
} as const;

/** The matrix for the browser: each sign once, cells as places in that list. */
function compact({ areas }: RoleMatrix) {
  const signs: MatrixSign[] = [];
  const places = new Map<string, number>();
  const placeOf = ({ sign, words, kind }: MatrixSign): number => {
    const known = places.get(words);
    if (known !== undefined) return known;
    places.set(words, signs.length);
    return signs.push({ sign, words, kind }) - 1;
  };
  return {
    signs,
    areas: areas.map(({ area, rows }) => ({
      area,
      rows: rows.map(({ key, label: words, said }) => ({ key, label: words, cells: said.map(placeOf) })),
    })),
  };
}

function columnsOf(slug: string, { defaults, roles, profiles }: AccessFacts): MatrixColumn[] {
  const peopleWith = (isMeant: (roleIds: readonly string[]) => boolean) =>
    peopleWords(
      profiles.filter(({ roleIds }) => isMeant(roleIds)).reduce((sum, { people }) => sum + people, 0),
    );
  return [
    {
      id: '',
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
