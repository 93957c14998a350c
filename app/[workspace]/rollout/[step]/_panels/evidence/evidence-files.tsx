import { Disclosure } from '#components/ui/disclosure';
import { Icon } from '#components/ui/icon';
import { Time } from '#components/ui/time';
import type { EvidenceFile } from '#lib/domain/attestations/evidence';

type Place = { address: string; now: Date; zone: string };
type Props = Place & { files: readonly (readonly [EvidenceFile, ...EvidenceFile[]])[] };

/** Each proof file to save, with who added it, when, its size and its hash; older versions open below it. */
export function EvidenceFiles({ files, ...place }: Props) {
  return (
    <ul className="grid gap-3">
      {files.map(([newest, ...older]) => (
        <li key={newest.name} className="grid gap-1">
          <OneVersion file={newest} {...place} />
          {older.length > 0 ? (
            <Disclosure summary={older.length === 1 ? '1 older version' : `${older.length} older versions`}>
              <ul className="grid gap-3 pl-5">
                {older.map((file) => (
                  <li key={file.id}>
                    <OneVersion file={file} {...place} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function OneVersion({ file, address, now, zone }: Place & { file: EvidenceFile }) {
  const { id, name, version, size, sha256, by, at } = file;
  return (
    <div className="grid gap-0.5 wrap-anywhere">
      <a className="flex items-start gap-1" href={`${address}/${id}`} download>
        <Icon name="paperclip" small className="mt-0.5" />
        <span>{version > 1 ? `${name}, version ${version}` : name}</span>
      </a>
      <span className="meta">
        {sizeInWords(size)}, {by}, <Time at={at} now={now} zone={zone} />
      </span>
      <span className="meta">
        SHA-256 <code>{sha256}</code>
      </span>
    </div>
  );
}

const kilo = 1024;

/** "812 B", "34 KB", "9.8 MB". */
function sizeInWords(bytes: number): string {
  if (bytes < kilo) return `${bytes} B`;
  if (bytes < kilo * kilo) return `${Math.round(bytes / kilo)} KB`;
  return `${(bytes / kilo / kilo).toFixed(1)} MB`;
}
