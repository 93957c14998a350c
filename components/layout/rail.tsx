import type { Route } from 'next';
import { Icon, type IconName } from '#components/ui/icon';
import { RailLink } from './rail-link';

export type RailItem = {
  href: Route;
  label: string;
  /** A step shows its number in the place of an icon. */
  icon?: IconName | undefined;
  number?: number | undefined;
  /** "5/9", or how many there are. */
  count?: string | number;
  /** Said in the place of the count, with a tick: "6 of 6, done". */
  done?: string | undefined;
  /** Current only on this very page, not below it. */
  exact?: boolean | undefined;
  /** Another address whose pages belong here. */
  covers?: Route | undefined;
};

export type RailGroup = { title?: string | undefined; items: readonly RailItem[] };

/** The way through the workspace; at 721 to 1180 icons and numbers only, below that behind the menu button. */
export function Rail({ groups }: { groups: readonly RailGroup[] }) {
  return (
    <nav className="rail" id="rail" aria-label="Main" popover="auto">
      <div className="rail-close">
        <button
          type="button"
          className="btn btn-icon"
          popoverTarget="rail"
          popoverTargetAction="hide"
          aria-label="Close navigation"
        >
          <Icon name="x" />
        </button>
      </div>
      {groups.map((group, index) => (
        <div key={group.title ?? index} role="group" aria-label={group.title}>
          {group.title ? (
            <p className="rail-group" aria-hidden="true">
              {group.title}
            </p>
          ) : null}
          {group.items.map((item) => (
            <Item key={item.href} item={item} />
          ))}
        </div>
      ))}
    </nav>
  );
}

function Item({ item: { href, label, icon, number, count, done, exact, covers } }: { item: RailItem }) {
  return (
    <RailLink href={href} title={label} exact={exact} covers={covers}>
      <span className="rail-sign">{icon ? <Icon name={icon} /> : number}</span>
      <span className="rail-name">{label}</span>
      <span className="rail-count">
        {done ? <Icon name="check" tone="done" small label={done} /> : count}
      </span>
    </RailLink>
  );
}
