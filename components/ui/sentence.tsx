import type { Route } from 'next';
import Link from 'next/link';

type Part = string | { label: string; href: string | null };

/** Words of which some lead to what they name. */
export function Sentence({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map((part, index) => {
        if (typeof part === 'string') return part;
        if (part.href === null) return <em key={index}>{part.label}</em>;
        return (
          // safe because whoever made the parts took the addresses from this app's own pages
          <Link key={index} href={part.href as Route} className="in-words" prefetch={false}>
            {part.label}
          </Link>
        );
      })}
    </>
  );
}
