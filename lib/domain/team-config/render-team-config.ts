import { zipSync, type Zippable } from 'fflate';
import { headerOf, type FileMeta } from '#lib/domain/config/render-files';
import { rulesPath, skillPath, type Skill, type TeamConfig } from './team-config';

/** One text file of the Team Config; its path is relative to the folder that Codex looks into. */
export type TeamFile = { path: string; text: string };

const comments = (lines: readonly string[]) => lines.map((line) => `# ${line}\n`).join('');
const ended = (text: string) => (text === '' ? '' : `${text}\n`);

/**
 * The rules and skills as files: UTF-8 without a byte order mark, LF line ends, a final newline.
 *
 * The rules begin with a header as the TOML files do, ended by an empty line; a skill holds its header as
 * comments of its front matter, which has to be the first thing in the file. Names and descriptions are
 * quoted as JSON, which YAML reads as it is.
 */
export function renderTeamFiles(
  { rules, skills }: TeamConfig,
  meta: FileMeta,
  sha256: (text: string) => string,
): TeamFile[] {
  return [
    { path: rulesPath, text: renderRules(ended(rules), meta, sha256) },
    ...skills.map((skill) => ({ path: skillPath(skill.name), text: renderSkill(skill, meta) })),
  ];
}

function renderRules(body: string, meta: FileMeta, sha256: (text: string) => string): string {
  const header = [
    ...headerOf(rulesPath, meta),
    `SHA-256 of the bytes after the first empty line: ${sha256(body)}`,
    `Check it with: sed '1,/^$/d' ${rulesPath} | sha256sum`,
  ];
  return `${comments(header)}\n${body}`;
}

function renderSkill({ name, description, body }: Skill, meta: FileMeta): string {
  const header = comments(headerOf(skillPath(name), meta));
  const front = `name: ${JSON.stringify(name)}\ndescription: ${JSON.stringify(description)}\n`;
  return `---\n${header}${front}---\n\n${ended(body)}`;
}

/**
 * The files as one zip archive. The same files in the same order give the same bytes: entries are stored
 * as they are, in the order given, with the oldest time a zip can hold and the rights of a plain file.
 */
export function zipFiles(files: readonly TeamFile[]): Uint8Array {
  const encoder = new TextEncoder();
  const entries = files.map(({ path, text }) => [path, encoder.encode(text)] as const);
  const zippable: Zippable = Object.fromEntries(entries);
  // Local time on purpose: a zip holds no time zone, and the library writes local time.
  return zipSync(zippable, { level: 0, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 });
}
