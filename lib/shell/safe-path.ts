import type { Route } from 'next';

/** `to` where it is a path of this site; else the front page. Keeps a link from leading elsewhere after sign-in. */
export function safePath(to: string | undefined): Route {
  const isOwn = to !== undefined && /^\/(?![/\\])/.test(to) && !/[\p{Cc}\\]/u.test(to);
  // safe because a path of this site is a route, at worst one that is not found
  return (isOwn ? to : '/') as Route;
}
