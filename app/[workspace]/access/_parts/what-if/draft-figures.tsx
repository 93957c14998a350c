import { Figures } from '#components/ui/figures';
import { permissions as catalog } from '#lib/catalog/permissions';
import { namesWords } from '#lib/domain/rbac/counted';
import { permissionLabel } from '#lib/domain/rbac/permission';
import type { DraftScreen } from '#lib/queries/draft-screen';

/** What a draft would do, in four numbers: losses first. */
export function DraftFigures({ screen }: { screen: DraftScreen }) {
  const { effect, active, isSamePeople } = screen;
  const { losses, leavesDefault, gains, unchanged } = effect;
  const told = (keys: readonly string[]) =>
    namesWords(
      keys.map((key) => permissionLabel(key, catalog)),
      2,
    );
  const leave = isSamePeople ? 'the same people' : 'workspace defaults no longer apply';
  return (
    <Figures
      label="What the draft would do"
      figures={[
        {
          term: 'Lose something',
          icon: 'user-x',
          tone: 'blocked',
          value: losses.people,
          note: told(losses.permissions) || 'nobody loses anything',
        },
        {
          term: 'Leave the default',
          icon: 'log-out',
          tone: 'stale',
          value: leavesDefault.people,
          note: leavesDefault.people === 0 ? 'nobody' : leave,
        },
        {
          term: 'Gain',
          icon: 'plus',
          tone: 'done',
          value: gains.people,
          note: told(gains.permissions) || 'nobody gains anything',
        },
        {
          term: 'Unchanged',
          icon: 'equal',
          tone: 'quiet',
          value: unchanged,
          note: `of ${active.toLocaleString('en')}`,
        },
      ]}
    />
  );
}
