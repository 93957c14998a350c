/**
 * A server action whose first argument (the workspace's slug, a link's secret) a server component has bound.
 *
 * Controls take it as a prop: an action bound while a control renders is another function at every try, and
 * React would wait for the answer to a form sent before JavaScript for ever.
 */
export type BoundAction<A> = A extends (first: string, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;
