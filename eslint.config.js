import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const react = ['react$', 'react/', 'react-dom', 'next$', 'next/'];

/** Who may import what: layer -> allowed beginnings of an import path. `./` is always allowed. */
const layers = {
  'lib/domain/**': [
    '#lib/domain/',
    'zod$',
    'csv-parse/sync$',
    'smol-toml$',
    'diff$',
    'toml-eslint-parser$',
    'fflate$',
    'cidr-tools$',
    'yaml$',
  ],
  'lib/catalog/**': ['#lib/domain/', '#lib/catalog/', 'zod$'],
  'lib/data/**': [
    '#lib/domain/',
    '#lib/catalog/',
    '#lib/data/',
    '#prisma-client$',
    '@prisma/adapter-pg$',
    'pg$',
    'pg-copy-streams$',
    'node:crypto$',
    'zod$',
    'server-only$',
  ],
  'lib/adapters/**': ['#lib/domain/', '#lib/adapters/', 'node:', 'zod$', 'nodemailer', 'server-only$'],
  'lib/commands/**': [
    '#lib/domain/',
    '#lib/catalog/',
    '#lib/data/',
    '#lib/commands/',
    'node:crypto$',
    'zod$',
    'server-only$',
  ],
  'lib/queries/**': [
    '#lib/domain/',
    '#lib/catalog/',
    '#lib/data/',
    '#lib/queries/',
    'node:crypto$',
    'zod$',
    'server-only$',
  ],
  'lib/jobs/**': [
    '#lib/domain/',
    '#lib/catalog/',
    '#lib/adapters/',
    '#lib/commands/',
    '#lib/queries/',
    '#lib/jobs/',
    'zod$',
    'server-only$',
  ],
  'lib/shell/**': [
    '#lib/domain/',
    '#lib/catalog/',
    '#lib/adapters/',
    '#lib/commands/',
    '#lib/queries/',
    '#lib/jobs/',
    '#lib/shell/',
    'node:',
    'next-auth',
    'graphile-worker$',
    '@fastify/busboy$',
    'zod$',
    'server-only$',
    ...react,
  ],
  'components/**': [
    '#lib/domain/',
    '#lib/catalog/',
    '#components/',
    '@codemirror/',
    '@lezer/highlight$',
    ...react,
  ],
  'app/**': [
    '#lib/domain/',
    '#lib/catalog/',
    '#lib/commands/',
    '#lib/queries/',
    '#lib/shell/',
    '#components/',
    '#access/',
    ...react,
  ],
};

const escape = (path) => path.replace(/[.*+?^{}()|[\]\\/]/g, '\\$&');

const boundary = ([files, allowed]) => ({
  files: [`${files}/*.ts`, `${files}/*.tsx`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(?!\\./|${allowed.map(escape).join('|')})`,
            message: `${files} may import only: ${allowed.join(', ')} (see docs/architecture.md)`,
          },
        ],
      },
    ],
  },
});

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in lib/shell/env.ts and lib/data/db.ts only.',
};
const transaction = {
  selector: "CallExpression[callee.property.name='$transaction']",
  message: 'Transactions are opened in lib/data/transact.ts only.',
};
const lateImport = {
  selector: 'ImportExpression',
  message: 'import() escapes the import rules.',
};
const parentImport = {
  selector: 'ImportDeclaration[source.value=/^\\.\\.\\//]',
  message: 'Across folders use the alias (#lib/…, #components/…); inside a folder ./',
};
const clientImport = {
  selector:
    "Program:has(ExpressionStatement[directive='use client']) ImportDeclaration[importKind!='type'][source.value=/^#lib.(commands|queries|data|shell|jobs|adapters)/]",
  message: 'Client code reaches a write through ./actions and a read through its props.',
};
const clientBind = {
  selector:
    "Program:has(ExpressionStatement[directive='use client']) CallExpression[callee.property.name='bind'][arguments.0.raw='null']",
  message: 'A server component binds the action and hands it over (see lib/shell/bound-action.ts).',
};
const clientPage = {
  selector: "ExpressionStatement[directive='use client']",
  message: "'use client' stands only in _panels, _controls, access/_parts, components and the error files.",
};

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      '.next-*/**',
      '.data/**',
      'prisma/generated/**',
      'next-env.d.ts',
      'bench/floor/**',
      'test/oracle/node_modules/**',
    ],
  },
  { files: ['**/*.{ts,tsx,mjs}'], languageOptions: { parser: tseslint.parser } },
  ...Object.entries(layers).map(boundary),
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, '@typescript-eslint': tseslint.plugin, 'react-hooks': reactHooks },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 4],
      // A switch counts once, however many cases it has: each is one line that says where to look.
      complexity: ['error', 10],
      eqeqeq: 'error',
      'no-console': 'off',
      'no-restricted-syntax': ['error', parentImport],
    },
  },
  {
    files: ['lib/**/*.ts', 'components/**/*.tsx', 'app/**/*.{ts,tsx}', 'proxy.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        parentImport,
        environment,
        transaction,
        lateImport,
        clientImport,
        clientBind,
      ],
    },
  },
  {
    files: ['lib/shell/env.ts', 'lib/data/db.ts'],
    rules: { 'no-restricted-syntax': ['error', parentImport, transaction, lateImport] },
  },
  {
    files: ['lib/data/transact.ts'],
    rules: { 'no-restricted-syntax': ['error', parentImport, environment, lateImport] },
  },
  {
    files: ['lib/catalog/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['**/*.test.ts', 'e2e/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['app/**/actions.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        parentImport,
        environment,
        {
          selector: 'ExportNamedDeclaration > FunctionDeclaration',
          message: 'A server action is toAction(command, …).',
        },
      ],
    },
  },
  {
    files: ['app/**/*.tsx'],
    ignores: [
      'app/**/_panels/**',
      'app/**/_controls/**',
      'app/[[]workspace]/access/_parts/**',
      'app/**/error.tsx',
      'app/global-error.tsx',
    ],
    rules: {
      'no-restricted-syntax': ['error', parentImport, environment, transaction, lateImport, clientPage],
    },
  },
  {
    files: ['app/**/{page,layout}.tsx'],
    rules: { 'max-lines': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: [
      'app/**/_panels/**/*.tsx',
      'app/**/_controls/**/*.tsx',
      'app/**/_parts/**/*.tsx',
      'components/**/*.tsx',
    ],
    rules: { 'max-lines': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
);
