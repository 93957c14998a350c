import { Figures } from '#components/ui/figures';
import { Note } from '#components/ui/note';
import { permissions as catalog } from '#lib/catalog/permissions';
import { namesWords, peopleWords } from '#lib/domain/rbac/counted';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { ImportPage } from '#lib/queries/imports';
import { BreaksBox } from './breaks-box';
import { EffectLists } from './effect-lists';
import type { ImportAddress } from './import-address';

type Props = { found: ImportPage; address: ImportAddress };

/** Whose access an import would change or changed: losses first, then gains, then who leaves the default. */
export function EffectBox({ found, address }: Props) {
  const { whatIf, plan, state, dryRun } = found;
  const effect = plan?.effect;
  if (!whatIf || !effect) return null;
  const isDone = state === 'done' && !dryRun;
  return (
    <>
      {effect.breaks.length > 0 ? (
        <BreaksBox slug={address.slug} breaks={effect.breaks} isDone={isDone} />
      ) : null}
      <EffectFigures effect={effect} isDone={isDone} />
      {effect.leavesDefault.people > 0 ? (
        <Note
          tone="stale"
          icon="triangle-alert"
          title={`${peopleWords(effect.leavesDefault.people)} ${isDone ? 'left' : 'would leave'} the workspace default.`}
        >
          Any custom role switches the workspace default off: what their roles do not grant they lose.
        </Note>
      ) : null}
      {effect.comeWithRoles > 0 ? (
        <Note
          tone="stale"
          icon="triangle-alert"
          title={`${peopleWords(effect.comeWithRoles)} ${isDone ? 'came' : 'would come'} with a custom role.`}
        >
          The workspace default never applies to them: they may do what their roles grant, and nothing else.
        </Note>
      ) : null}
      <EffectLists {...{ whatIf, address, isDone }} />
    </>
  );
}

type Effect = NonNullable<NonNullable<ImportPage['plan']>['effect']>;

function EffectFigures({ effect, isDone }: { effect: Effect; isDone: boolean }) {
  const { losses, gains, leavesDefault, unchanged } = effect;
  const told = (keys: readonly string[]) =>
    namesWords(
      keys.map((key) => permissionLabel(key, catalog)),
      2,
    );
  return (
    <Figures
      label={isDone ? 'Whose access it changed' : 'Whose access it would change'}
      figures={[
        {
          ...{ term: 'Lose something', icon: 'user-x', tone: 'blocked', value: losses.people },
          note: told(losses.permissions) || 'nobody loses anything',
        },
        {
          ...{ term: 'Gain', icon: 'plus', tone: 'done', value: gains.people },
          note: told(gains.permissions) || 'nobody gains anything',
        },
        {
          ...{ term: 'Leave the default', icon: 'log-out', tone: 'stale', value: leavesDefault.people },
          note: leavesDefault.people === 0 ? 'nobody' : 'workspace defaults no longer apply',
        },
        {
          ...{ term: 'Unchanged', icon: 'equal', tone: 'quiet', value: unchanged },
          note: 'active people',
        },
      ]}
    />
  );
}
