import { z } from 'zod';
import type { ConfigKey } from '#lib/domain/config-check/config-key';
import { choice, family, flag, shape, table, tables, text, type Draft } from './kinds';

const allowDeny = ['allow', 'deny'] as const;
const exe = { publisher_name: 'Acme', product_name: 'Editor', access: 'deny' };
const header = { name: 'x-policy', value: 'managed' };

function originKeys(path: string, names: readonly string[]): readonly Draft[] {
  const here = { names, shown: 'browserUse' } as const;
  return [
    table(path, 'What the agent’s browser may do at these addresses.', {
      ...here,
      good: [{ access: 'deny' }],
    }),
    ...(
      [
        ['access', 'Whether the agent may open them.'],
        ['uploads', 'Whether the agent may send files there.'],
        ['downloads', 'Whether the agent may fetch files there.'],
        ['full_cdp_access', 'Whether the agent gets the whole of the browser’s debugging protocol there.'],
        ['auto_review', 'Whether the reviewing agent may decide there.'],
      ] as const
    ).map(([name, help]) => choice(`${path}.${name}`, allowDeny, help, { ...here, risk: 'medium' })),
    flag(`${path}.persistent_approval`, 'Whether an approval may outlast the thread.', {
      ...here,
      risk: 'medium',
    }),
    choice(`${path}.access_approval_lifetime`, ['turn', 'thread'], 'How long an approval lasts.', here),
  ];
}

/** What the desktop app may do: its browser, the computer’s other programs, remote control. */
export const requirementsDesktop: readonly ConfigKey[] = family(
  { form: 'requirements', source: 'Managed configuration, “requirements.toml”' },
  [
    flag('allow_browser_and_computer_use', 'Whether the agent may use a browser and other programs at all.', {
      risk: 'high',
      shown: 'allowBrowserAndComputerUse',
    }),
    flag('allow_appshots', 'Whether pictures of other programs may be taken.', {
      introduced: '2026-05-22',
      risk: 'medium',
      shown: 'allowAppshots',
    }),
    flag('allow_remote_control', 'Whether another device may control the client.', {
      introduced: '2026-06-12',
      risk: 'high',
      shown: 'allowRemoteControl',
    }),
    table('computer_use', 'How the agent may use other programs.', {
      good: [{ default_app_access: 'deny' }],
      introduced: '2026-05-19',
      shown: 'computerUse',
    }),
    flag('computer_use.allow_locked_computer_use', 'Whether the agent may work while the Mac is locked.', {
      introduced: '2026-05-19',
      risk: 'high',
      shown: 'computerUse',
    }),
    flag('computer_use.allow_persistent_approval', 'Whether an approval may outlast the thread.', {
      risk: 'medium',
      shown: 'computerUse',
    }),
    choice('computer_use.default_app_access', allowDeny, 'What holds for programs that are not listed.', {
      risk: 'high',
      shown: 'computerUse',
    }),
    table('computer_use.macos', 'Programs on the Mac.', {
      good: [{ bundle_ids: { 'com.example.editor': 'deny' } }],
      shown: 'computerUse',
    }),
    shape(
      'computer_use.macos.bundle_ids',
      z.record(z.string(), z.enum(allowDeny)),
      'Programs by bundle identifier.',
      {
        good: [{ 'com.example.editor': 'deny' }],
        bad: ['a text', { 'com.example.editor': 'maybe' }],
        risk: 'medium',
        shown: 'computerUse',
      },
    ),
    table('computer_use.windows', 'Programs on Windows.', { good: [{ exes: [exe] }], shown: 'computerUse' }),
    shape(
      'computer_use.windows.aumids',
      z.record(z.string(), z.enum(allowDeny)),
      'Programs by their application id.',
      {
        good: [{ 'Acme.Editor_1!App': 'deny' }],
        bad: ['a text', { 'Acme.Editor_1!App': 'maybe' }],
        risk: 'medium',
        shown: 'computerUse',
      },
    ),
    tables('computer_use.windows.exes', 'Programs by who published them.', {
      needs: ['publisher_name', 'product_name', 'access'],
      good: [[exe]],
      bad: ['a text', [{ publisher_name: 'Acme' }]],
      risk: 'medium',
      shown: 'computerUse',
    }),
    ...(['publisher_name', 'product_name', 'binary_name'] as const).map((name) =>
      text(`computer_use.windows.exes[].${name}`, `The ${name.replace('_', ' ')} that a program carries.`, {
        beside: { computer_use: { windows: { exes: [exe] } } },
        shown: 'computerUse',
      }),
    ),
    choice('computer_use.windows.exes[].access', allowDeny, 'Whether the agent may use it.', {
      beside: { computer_use: { windows: { exes: [exe] } } },
      shown: 'computerUse',
    }),
    table('browser_use', 'What the agent’s browser may do.', {
      good: [{ allow_webmcp: false }],
      introduced: '2026-07-23',
      shown: 'browserUse',
    }),
    flag('browser_use.disable_auto_review', 'Whether the reviewing agent is left out of the browser.', {
      introduced: '2026-07-23',
      shown: 'browserUse',
    }),
    flag('browser_use.allow_webmcp', 'Whether pages may offer tools to the agent.', {
      risk: 'high',
      shown: 'browserUse',
    }),
    flag('browser_use.allow_history_access', 'Whether the agent may read the browser’s history.', {
      risk: 'high',
      shown: 'browserUse',
    }),
    flag(
      'browser_use.allow_global_persistent_approval',
      'Whether one approval may count for every address.',
      {
        risk: 'high',
        shown: 'browserUse',
      },
    ),
    table('browser_use.extension', 'The extension in the user’s own browser.', {
      good: [{ request_headers: [header] }],
      shown: 'browserUse',
    }),
    tables('browser_use.extension.request_headers', 'Headers that the extension adds to requests.', {
      onUnknown: 'refused',
      needs: ['name', 'value'],
      good: [[header]],
      bad: ['a text', [{ name: 'x-policy' }]],
      shown: 'browserUse',
    }),
    text('browser_use.extension.request_headers[].name', 'Name of the header.', {
      good: ['x-policy'],
      beside: { browser_use: { extension: { request_headers: [header] } } },
      shown: 'browserUse',
    }),
    text('browser_use.extension.request_headers[].value', 'Value of the header.', {
      beside: { browser_use: { extension: { request_headers: [header] } } },
      shown: 'browserUse',
    }),
    ...originKeys('browser_use.default_origin_policy', []),
    table('browser_use.origins', 'What the agent’s browser may do at single addresses.', {
      good: [{ 'https://a.example': { access: 'deny' } }],
      onUnknown: null,
      shown: 'browserUse',
    }),
    ...originKeys('browser_use.origins.*', ['https://a.example']),
    table('in_app_browser', 'The browser inside the desktop app.', {
      good: [{ allow_external_browser_settings_import: false }],
      shown: 'inAppBrowser',
    }),
    flag(
      'in_app_browser.allow_external_browser_settings_import',
      'Whether settings of the user’s own browser may be taken over.',
      { risk: 'medium', shown: 'inAppBrowser' },
    ),
  ],
);
