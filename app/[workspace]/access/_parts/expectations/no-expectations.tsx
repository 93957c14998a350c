import { accessPath } from '#access/access-places';
import { LinkButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

const suggestions = [
  {
    label: 'No one in Contractors may use Codex cloud',
    search: { kind: 'nobody', group: 'Contractors', permission: 'codex.cloud' },
  },
  {
    label: 'Everyone in Codex Users may use Codex local',
    search: { kind: 'everyone', group: 'Codex Users', permission: 'codex.local' },
  },
  {
    label: 'At most 12 people may administer Codex',
    search: { kind: 'atMost', people: '12', permission: 'codex.administer' },
  },
] as const;

/** Where the first sentence would be: what they are for, and a few to begin with. */
export function NoExpectations({ slug, mayWrite }: { slug: string; mayWrite: boolean }) {
  return (
    <EmptyState
      title="Nobody has said yet what must hold."
      action={
        mayWrite
          ? suggestions.map(({ label, search }) => (
              <LinkButton key={label} small href={accessPath(slug, 'expectations', { search })}>
                {`${label}…`}
              </LinkButton>
            ))
          : null
      }
    >
      An expectation is a sentence about access that is looked at after every change, whoever makes it. One
      that fails keeps Step 2 open until it holds, or until the governance owner accepts it.
    </EmptyState>
  );
}
