import { Button, LinkButton } from '#components/ui/button';
import { Field } from '#components/ui/field';
import { membersHref, type MembersAddress } from './members-address';

/** Finds members by a part of the name or address; what is searched stands in the page's address. */
export function MemberSearch({ address: { slug, q } }: { address: MembersAddress }) {
  return (
    <form action={membersHref({ slug, q: '' })} role="search" className="flex items-center gap-2">
      <Field
        label="Name or e-mail"
        hideLabel
        type="search"
        name="q"
        placeholder="Name or e-mail"
        defaultValue={q}
        maxLength={200}
      />
      <Button small type="submit">
        Search
      </Button>
      {q ? (
        <LinkButton small variant="quiet" href={membersHref({ slug, q: '' })}>
          Show all
        </LinkButton>
      ) : null}
    </form>
  );
}
