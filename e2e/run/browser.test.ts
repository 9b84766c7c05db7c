import { afterEach, expect, test, vi } from 'vitest';
import { type BrowserSources, chooseBrowser, findBrowser } from './browser.ts';
import { browserPlaces } from './browser-places.ts';
import { installChromium } from './install-chromium.ts';

/** A machine on which the given browsers start; a download or an install adds one. */
function machine(has: { starting?: string[]; places?: string[]; download?: string; install?: string }) {
  const starting = new Set(has.starting);
  const places = [...(has.places ?? has.starting ?? [])];
  const asked: string[] = [];
  const get = (what: 'download' | 'install') => async () => {
    asked.push(what);
    const browser = has[what];
    if (browser === undefined) return false;
    starting.add(browser);
    places.push(browser);
    return true;
  };
  const sources: BrowserSources = {
    starts: async (browser) => starting.has(browser),
    places: () => places,
    download: get('download'),
    install: get('install'),
  };
  return { sources, asked };
}

test("Playwright's own browser is used when it is there, and nothing is fetched", async () => {
  const { sources, asked } = machine({ starting: ['playwright', '/usr/bin/chromium'] });
  expect(await chooseBrowser(sources)).toBe('playwright');
  expect(asked).toEqual([]);
});

test("Playwright's own browser is downloaded before the machine's is used", async () => {
  const { sources } = machine({ starting: ['/usr/bin/chromium'], download: 'playwright' });
  expect(await chooseBrowser(sources)).toBe('playwright');
});

test('a downloaded browser that does not start here is passed over', async () => {
  const { sources } = machine({ starting: ['/usr/bin/chromium'], download: 'unusable' });
  expect(await chooseBrowser(sources)).toBe('/usr/bin/chromium');
});

test("without a download, the machine's first browser that starts is used", async () => {
  const places = ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const { sources, asked } = machine({ places, starting: ['/usr/bin/google-chrome'] });
  expect(await chooseBrowser(sources)).toBe('/usr/bin/google-chrome');
  expect(asked).toEqual(['download']);
});

test('with no browser at all, one is installed', async () => {
  const { sources, asked } = machine({ install: '/usr/bin/chromium' });
  expect(await chooseBrowser(sources)).toBe('/usr/bin/chromium');
  expect(asked).toEqual(['download', 'install']);
});

/** @returns what it did and said, in order. */
async function install(isRoot: boolean, hasAptGet: boolean, ...missing: string[]) {
  const done: string[] = [];
  const isInstalled = await installChromium({
    isRoot,
    has: (path) => path === '/usr/bin/apt-get' && hasAptGet,
    run: async (file, args) => {
      done.push([file, ...args].join(' '));
      return !missing.includes(args.at(-1) ?? '');
    },
    say: (line) => done.push(line),
  });
  return { isInstalled, done };
}

test('root installs one with apt-get, and one line says so before', async () => {
  const { isInstalled, done } = await install(true, true);
  expect(isInstalled).toBe(true);
  expect(done).toEqual([
    'No browser for the browser tests: installing Chromium with apt-get.',
    '/usr/bin/apt-get -q -y update',
    '/usr/bin/apt-get -q -y install --no-install-recommends chromium-headless-shell',
  ]);
});

test('where there is no shell of its own, Chromium as a whole is installed', async () => {
  const { isInstalled, done } = await install(true, true, 'chromium-headless-shell');
  expect(isInstalled).toBe(true);
  expect(done.at(-1)).toBe('/usr/bin/apt-get -q -y install --no-install-recommends chromium');
});

test.each([
  ['any user but root', false, true],
  ['a machine without apt-get', true, false],
])('nothing is run for %s', async (_, isRoot, hasAptGet) => {
  expect(await install(isRoot, hasAptGet)).toEqual({ isInstalled: false, done: [] });
});

test('when none can be had, one sentence says what to install', async () => {
  await expect(chooseBrowser(machine({}).sources)).rejects.toThrow(
    /^No browser .*install Chromium or Google Chrome/,
  );
});

test('the PATH is searched in the order of preference, then the usual folders', () => {
  const there = ['/opt/google-chrome', '/usr/bin/chromium', '/usr/bin/msedge'];
  const places = browserPlaces('linux', { PATH: '/opt:/usr/bin:/opt' }, (path) => there.includes(path));
  expect(places).toEqual(['/usr/bin/chromium', '/opt/google-chrome', '/usr/bin/msedge']);
});

test('a Mac is searched for applications, Windows for programs', () => {
  const mac = browserPlaces('darwin', { PATH: '', HOME: '/Users/ola' }, () => true);
  expect(mac).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(mac).toContain('/Users/ola/Applications/Chromium.app/Contents/MacOS/Chromium');
  const env = { PATH: 'C:\\tools', PROGRAMFILES: 'C:\\Program Files' };
  const windows = browserPlaces('win32', env, () => true);
  expect(windows).toContain('C:\\tools\\chrome.exe');
  expect(windows).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe');
});

afterEach(() => vi.unstubAllEnvs());

test('a browser that is already known is not looked for again', async () => {
  vi.stubEnv('TILLSIDE_BROWSER', '/some/chrome');
  const browser = await findBrowser();
  expect(browser.executablePath).toBe('/some/chrome');
  expect(browser.args).toContain('--disable-quic');
  expect(browser.args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});
