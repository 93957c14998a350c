import { Box } from '#components/ui/box';
import { PlaceButton } from '#components/ui/button';
import { CodeBlock } from '#components/ui/code-block';
import { Disclosure } from '#components/ui/disclosure';
import type { PageVersion } from './shown-version';

/** Every file of a version with its sum and its text; of a release each can be downloaded. */
export function VersionFiles({ slug, version }: { slug: string; version: PageVersion }) {
  const { number, files, release, sha256 } = version;
  return (
    <Box
      title="Files"
      meta={files.length}
      footer={
        <p className="meta min-w-0 wrap-anywhere">
          SHA-256 over all files <code>{sha256}</code>
        </p>
      }
    >
      <ul className="grid gap-4">
        {files.map((file) => (
          <li key={file.path} className="grid min-w-0 gap-1">
            <Disclosure summary={<span className="font-mono">{file.path}</span>}>
              <CodeBlock label={`Text of ${file.path}`} text={file.text} />
            </Disclosure>
            <p className="meta wrap-anywhere">
              SHA-256 <code>{file.sha256}</code>
            </p>
            {release && !file.path.includes('/') ? (
              <p>
                <PlaceButton
                  small
                  icon="download"
                  download
                  href={`/api/v1/workspaces/${slug}/releases/${number}/${file.path}`}
                >
                  {`Download ${file.path}`}
                </PlaceButton>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Box>
  );
}
