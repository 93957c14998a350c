// Reads the project's `.env` into this process's environment; what is set already stays. Import it
// before anything that looks at the environment. Tests do not.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '.env');
if (fs.existsSync(file)) process.loadEnvFile(file);
