import { sectionsOf, type ConfigFileName, type FileSource } from './file-sections';
import { renderToml } from './render-toml';

/** What a file says for what was decided, without a header: the same source gives the same text. */
export const decidedBody = (file: ConfigFileName, source: FileSource): string =>
  renderToml(sectionsOf[file](source));
