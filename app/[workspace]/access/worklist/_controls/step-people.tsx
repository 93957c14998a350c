import { PlaceButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { peopleWords } from '#lib/domain/rbac/counted';
import type { StepView } from '#lib/domain/console/worklist-view';

/** Whom a step puts into a group or takes out of it: the first by name, all of them to copy or as a file. */
export function StepPeople({ step: { key, persons, first }, slug }: { step: StepView; slug: string }) {
  if (persons === 0) return null;
  const file = (name: string) =>
    `/api/v1/workspaces/${slug}/access/worklist/${name}?key=${encodeURIComponent(key)}`;
  const more = persons - first.length;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-text-2">
      <span className="wrap-anywhere">
        {first.join(', ')}
        {more > 0 ? ` and ${more.toLocaleString('en')} more` : null}
      </span>
      <span className="print-none flex flex-wrap items-center">
        <CopyButton label={`Copy e-mail addresses of ${peopleWords(persons)}`} from={file('addresses')} />
        <PlaceButton small variant="quiet" icon="download" download href={file('people')}>
          CSV
        </PlaceButton>
      </span>
    </div>
  );
}
