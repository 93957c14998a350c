import type { Route } from 'next';
import { LinkButton } from '#components/ui/button';
import { NumberedList } from '#components/ui/list';
import { requirementsPrecedence, valuesPrecedence, type Precedence } from '#lib/catalog/precedence';

/** What wins over what, the strongest first, before and after the order was reversed. */
export function PrecedenceLists({ slug }: { slug: string }) {
  return (
    <section className="grid gap-3 border-t border-line p-4" aria-label="What wins over what">
      <h3>What wins over what</h3>
      <div className="grid gap-5 wide:grid-cols-3">
        {[...requirementsPrecedence, ...valuesPrecedence].map((one) => (
          <Order key={one.title} {...one} />
        ))}
      </div>
      <p>
        {/* safe because a slug is lower-case words and hyphens */}
        <LinkButton small href={`/${slug}/configuration/layers` as Route}>
          What a developer ends up with…
        </LinkButton>
      </p>
    </section>
  );
}

function Order({ title, since, order }: Precedence) {
  return (
    <div className="grid content-start gap-2">
      <h4 className="font-medium">{title}</h4>
      <p className="meta-soft">{since}</p>
      <NumberedList>
        {order.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </NumberedList>
    </div>
  );
}
