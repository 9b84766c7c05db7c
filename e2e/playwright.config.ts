import { defineConfig } from 'playwright/test';
import { findBrowser } from './run/browser.ts';

const { CI } = process.env;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  // As many as the smallest machine has cores: with more, what has to happen in time waits for what draws. Where nobody waits for
  // the result, one: the longest takes 19 s of its 30 by itself, and 27 s beside another on a slow machine.
  workers: CI ? 1 : 2,
  retries: 0,
  forbidOnly: Boolean(CI),
  timeout: 30_000,
  reporter: 'list',
  use: {
    launchOptions: await findBrowser(),
    screenshot: 'only-on-failure',
  },
});
