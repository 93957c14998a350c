import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { CodeBlock } from '#components/ui/code-block';
import { CopyButton } from '#components/ui/copy-button';

/** A file to look at, and the name under which it is downloaded: its own, or that of an archive it is in. */
export type PreviewFile = { name: string; text: string; sha256: string; download: string };

type Props = { slug: string; file: PreviewFile };

/** One file as it is downloaded: its text and the sum of its bytes. */
export function FilePreview({ slug, file: { name, text, sha256, download } }: Props) {
  const lines = text.trimEnd().split('\n').length;
  return (
    <Box
      title={<span className="font-mono">{name}</span>}
      meta={`${lines} lines`}
      flush
      footer={
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <CopyButton text={text} label={`Copy ${name}`} />
          <PlaceButton
            icon="download"
            download
            href={`/api/v1/workspaces/${slug}/configuration/files/${download}`}
          >
            {`Download ${download}`}
          </PlaceButton>
        </span>
      }
    >
      <CodeBlock label={`Text of ${name}`} text={text} />
      <div className="flex items-start justify-between gap-3 border-t border-line px-4 py-2">
        <p className="min-w-0">
          <span className="meta block">SHA-256 of the file</span>
          <code className="break-all">{sha256}</code>
        </p>
        <CopyButton text={sha256} label="Copy the SHA-256" iconOnly />
      </div>
    </Box>
  );
}
