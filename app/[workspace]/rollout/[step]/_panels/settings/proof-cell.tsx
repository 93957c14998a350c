import Link from 'next/link';
import { Icon } from '#components/ui/icon';
import { RegisterCell } from '#components/ui/register';
import { toggleHref, type ToggleStatus } from './toggle-status';
import type { Viewer } from './viewer';

/** What the confirmation rests on: a link to follow, a note and files to read in the panel. */
export function ProofCell({ status, viewer }: { status: ToggleStatus; viewer: Viewer }) {
  const { key, confirmation } = status.toggle.setting;
  const { link, note } = confirmation ?? { link: null, note: null };
  const files = viewer.proofs.get(status.task.id) ?? 0;
  const inPanel = [...(note ? ['Note'] : []), ...(files > 0 ? [filesWords(files)] : [])];
  return (
    <RegisterCell label="Proof" narrow="dropped">
      {link ? (
        <a className="alone flex items-center gap-1" href={link} target="_blank" rel="noreferrer">
          <Icon name="link" small />
          Link
        </a>
      ) : null}
      {inPanel.map((words) => (
        <Link
          key={words}
          className="alone flex items-center gap-1"
          href={toggleHref(viewer.base, key)}
          scroll={false}
        >
          <Icon name="paperclip" small />
          {words}
        </Link>
      ))}
      {link || inPanel.length > 0 ? null : (
        <span className="text-text-3">{confirmation ? 'None' : 'None yet'}</span>
      )}
    </RegisterCell>
  );
}

const filesWords = (files: number) => (files === 1 ? '1 file' : `${files} files`);
