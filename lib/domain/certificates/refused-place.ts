/** Where a client's refusal points: the file's path, the dotted key, the line; null where it names none. */
export type RefusedPlace = { file: string | null; key: string | null; line: number | null };

const inKey = /in `([^`]+)`/;
const atLine = /(?:at line |\.toml:)(\d+)/;
const file = /(\/etc\/codex\/[^\s:`'",)]+)/;
const ownKey = /`([a-z_]+(?:\.[\w"-]+)*)`/;

/** Where a client's refusal points. A refusal that names no file is about the requirements or names their key. */
export function refusedPlace(message: string): RefusedPlace {
  const line = atLine.exec(message)?.[1];
  return {
    file: file.exec(message)?.[1] ?? '/etc/codex/requirements.toml',
    key: inKey.exec(message)?.[1] ?? ownKey.exec(message)?.[1] ?? null,
    line: line === undefined ? null : Number(line),
  };
}
