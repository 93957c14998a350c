import { defineConfig } from '@playwright/test';

/** Nothing the browser does by itself may reach the network. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const { BASE_URL, CHROMIUM_PATH, PLAYWRIGHT_JSON } = process.env;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  retries: 0,
  workers: 2,
  timeout: 60_000,
  // Test machines are shared: what is waited for may take longer there than anywhere a person waits.
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ...(PLAYWRIGHT_JSON ? [['json', { outputFile: PLAYWRIGHT_JSON }] as const] : [])],
  use: {
    ...(BASE_URL ? { baseURL: BASE_URL } : {}),
    trace: 'retain-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [...asRoot, ...quiet],
    },
  },
});
