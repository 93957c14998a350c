import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { permissionLabel, type PermissionCatalog } from '#lib/domain/rbac/permission';
import type { StepView } from './worklist-view';

/** Permissions that are named before only their number is told. */
const namedAtMost = 2;

const labels = (keys: readonly string[], catalog: PermissionCatalog) =>
  namesWords(
    keys.map((key) => permissionLabel(key, catalog)),
    namedAtMost,
  );

/** Whom a step gives what, and from whom it takes what, where it stands in the order. */
export function effectWords(
  { gains, losses }: Pick<StepView, 'gains' | 'losses'>,
  catalog: PermissionCatalog,
) {
  const parts = [
    ...(gains ? [`Gives ${peopleWords(gains.people)} ${labels(gains.permissions, catalog)}.`] : []),
    ...(losses ? [`Takes ${labels(losses.permissions, catalog)} from ${peopleWords(losses.people)}.`] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : 'Changes nobody’s access by itself.';
}

/** Who goes without what after a step, and until when. */
export function gapWords(
  { people, permissions, until, isUnavoidable }: NonNullable<StepView['gap']>,
  catalog: PermissionCatalog,
): { title: string; text: string } {
  const go = people === 1 ? 'goes' : 'go';
  return {
    title: `Between this step and “${until}”, ${peopleWords(people)} ${go} without ${labels(permissions, catalog)}.`,
    text: isUnavoidable
      ? 'No order of the steps avoids it: do them one right after the other.'
      : 'No order that avoids it was found: do the steps one right after the other.',
  };
}
