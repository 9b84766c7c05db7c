import { browserPlaces } from './browser-places.ts';
import { downloadBrowser, ownBrowser, starts } from './get-browser.ts';
import { installChromium } from './install-chromium.ts';

export type Browser = { executablePath?: string; args: string[] };

export type BrowserSources = {
  /** Whether the browser at a path, or Playwright's own, can be started. */
  starts(browser: string): Promise<boolean>;
  /** Gets Playwright's own browser; false when it cannot be had. */
  download(): Promise<boolean>;
  /** The browsers that the machine seems to have, the best first. */
  places(): string[];
  /** Gets a browser from the system's package manager; false when that is not possible. */
  install(): Promise<boolean>;
};

const realSources: BrowserSources = {
  starts,
  download: downloadBrowser,
  places: () => browserPlaces(process.platform, process.env),
  install: () => installChromium(),
};

const everyTime = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser for the browser tests, looked for once: the answer is left in TILLSIDE_BROWSER for the processes started later.
 * @throws when there is none and none can be had
 */
export async function findBrowser(): Promise<Browser> {
  const { TILLSIDE_BROWSER: known } = process.env;
  const browser = known || (await chooseBrowser(realSources));
  Object.assign(process.env, { TILLSIDE_BROWSER: browser });
  // Chromium's sandbox refuses to work for root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...everyTime] : everyTime;
  return browser === ownBrowser ? { args } : { executablePath: browser, args };
}

/**
 * Decides which browser to use: Playwright's own, downloaded if need be, because the tests were written with it; then one
 * that the machine has; then one from the system's package manager.
 * @returns a path, or `ownBrowser`
 * @throws when there is none and none can be had
 */
export async function chooseBrowser(sources: BrowserSources): Promise<string> {
  if (await sources.starts(ownBrowser)) return ownBrowser;
  if ((await sources.download()) && (await sources.starts(ownBrowser))) return ownBrowser;
  const browser =
    (await firstThatStarts(sources)) ??
    ((await sources.install()) ? await firstThatStarts(sources) : undefined);
  if (browser !== undefined) return browser;
  throw new Error(
    'No browser for the browser tests: install Chromium or Google Chrome, or set TILLSIDE_BROWSER to the path of one, and try again.',
  );
}

async function firstThatStarts(sources: BrowserSources): Promise<string | undefined> {
  for (const place of sources.places()) {
    if (await sources.starts(place)) return place;
  }
  return undefined;
}
