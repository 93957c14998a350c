import { versionToSend, type Refused } from './form-state';

type Props = {
  hidden?: Readonly<Record<string, string>> | undefined;
  version?: number | undefined;
  renews?: boolean | undefined;
  refused: Refused | null;
  seenVersion: number | undefined;
};

/** What is sent along: the values nobody sees, and the version that was seen. */
export function Unseen({ hidden = {}, version, renews, refused, seenVersion }: Props) {
  return (
    <>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {seenVersion === undefined || version === undefined ? null : (
        <input type="hidden" name="version" value={versionToSend(renews ? null : refused, seenVersion)} />
      )}
    </>
  );
}
