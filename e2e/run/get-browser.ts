import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { runProgram } from './run-program.ts';

/** Stands for the browser that Playwright downloads and finds by itself. */
export const ownBrowser = 'playwright';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'tillside');
const failedDownload = join(cache, 'browser-download-failed');
const retryDownloadAfterMs = 3_600_000;
const minuteMs = 60_000;

/** Whether the browser at a path, or Playwright's own, can be started. */
export async function starts(browser: string): Promise<boolean> {
  try {
    const running = await chromium.launch({
      ...(browser !== ownBrowser && { executablePath: browser }),
      args: ['--no-sandbox', '--disable-gpu'],
      timeout: minuteMs,
    });
    await running.close();
    return true;
  } catch {
    return false;
  }
}

/** Downloads Playwright's own browser, unless that failed within the last hour; gives up soon when nothing comes. */
export async function downloadBrowser(): Promise<boolean> {
  const failed = statSync(failedDownload, { throwIfNoEntry: false });
  if (failed !== undefined && Date.now() - failed.mtimeMs < retryDownloadAfterMs) return false;
  console.log('Downloading a browser for the browser tests.');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  const { exitCode } = await runProgram(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
    output: 'keep',
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' },
    timeLimitMs: minuteMs,
    silenceLimitMs: 12_000,
  });
  if (exitCode === 0) return true;
  mkdirSync(cache, { recursive: true });
  writeFileSync(failedDownload, '');
  console.log('It could not be downloaded.');
  return false;
}
