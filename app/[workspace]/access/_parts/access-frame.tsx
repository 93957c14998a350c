import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Page } from '#components/layout/page';
import { PageHeader } from '#components/layout/page-header';
import { Tabs } from '#components/ui/tabs';
import { accessPath, accessPlaces, type AccessPlaceName } from './access-places';

type Props = {
  slug: string;
  place: AccessPlaceName;
  /** What the page is about where that is not the whole place: a person, a group, a draft. */
  title?: string | undefined;
  meta?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  panel?: ReactNode;
  fluid?: boolean | undefined;
  children: ReactNode;
};

// safe because an entry's key is one
const placeNames = Object.keys(accessPlaces) as AccessPlaceName[];

/** A page about roles, groups and people: where it hangs, its tabs, its work. */
export function AccessFrame({ slug, place, title, meta, badge, actions, panel, fluid, children }: Props) {
  const label = accessPlaces[place];
  // safe because the parts are a slug and words of this app
  const step = `/${slug}/rollout/roles` as Route;
  const parent = title
    ? { href: accessPath(slug, place), label, here: title }
    : { href: step, label: 'Custom roles', here: label };
  return (
    <Page panel={panel} fluid={fluid}>
      <PageHeader title={title ?? label} parent={parent} {...{ meta, badge, actions }} />
      <Tabs
        label="Roles, groups and people"
        tabs={placeNames.map((name) => ({
          label: accessPlaces[name],
          href: accessPath(slug, name),
          current: name === place,
        }))}
      />
      {children}
    </Page>
  );
}
