import { defineConfig } from 'playwright/test';
import { findBrowser } from './run/browser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  // One more than the smallest machine has cores: each of them waits half of its time.
  workers: 3,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // A test that passes does so soon; a slow machine gets the time that it needs.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    launchOptions: await findBrowser(),
    screenshot: 'only-on-failure',
    // Which browsers with a window give by themselves.
    permissions: ['screen-wake-lock'],
  },
});
