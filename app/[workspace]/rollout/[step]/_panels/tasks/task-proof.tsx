import type { Route } from 'next';
import Link from 'next/link';
import { Icon } from '#components/ui/icon';

type Word = { note: string | null; link: string | null };
type Props = { panel: Route; word: Word | null; files: number };

/** What a word rests on for others: a link to follow; a note and files to open in the panel. */
export function TaskProof({ panel, word, files }: Props) {
  const { note = null, link = null } = word ?? {};
  const inPanel = [
    ...(note ? ['Note'] : []),
    ...(files > 0 ? [files === 1 ? '1 file' : `${files} files`] : []),
  ];
  if (!link && inPanel.length === 0) return <span className="text-text-3">None yet</span>;
  return (
    <>
      {link ? (
        <a className="alone flex items-center gap-1" href={link} target="_blank" rel="noreferrer">
          <Icon name="link" small />
          Link
        </a>
      ) : null}
      {inPanel.map((words) => (
        <Link key={words} className="alone flex items-center gap-1" href={panel} scroll={false}>
          <Icon name="paperclip" small />
          {words}
        </Link>
      ))}
    </>
  );
}
