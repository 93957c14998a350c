import { PageHeader } from '#components/layout/page-header';
import type { Visit } from '#lib/shell/context';

type Props = { total: number; isSearch: boolean; editable: boolean; visit: Visit };

/** How many there are, and who changes that. */
export function MembersHeader({ total, isSearch, editable, visit }: Props) {
  return (
    <PageHeader
      title="Members"
      meta={
        <>
          <span>
            {`${total.toLocaleString('en')} ${total === 1 ? 'member' : 'members'}${isSearch ? ' found' : ''}`}
          </span>
          <span>{editable ? 'You invite by a link to hand over.' : 'The workspace owner changes them.'}</span>
          <span>{`Times in ${visit.membership.workspace.timeZone}`}</span>
        </>
      }
    />
  );
}
