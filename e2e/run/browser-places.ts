import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** The shell first: it is what Playwright's own browser is, and draws no windows. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];

const macApplications = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Where this machine has a browser of the Chromium family.
 * @returns the paths at which there is a file, the best first
 */
export function browserPlaces(
  platform: string,
  env: Record<string, string | undefined>,
  exists: (path: string) => boolean = existsSync,
): string[] {
  const places = [...onPath(platform, env), ...inUsualFolders(platform, env)];
  return [...new Set(places)].filter((place) => exists(place));
}

function onPath(platform: string, env: Record<string, string | undefined>): string[] {
  const { join, delimiter } = platform === 'win32' ? win32 : posix;
  const { PATH = '' } = env;
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const ending = platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function inUsualFolders(platform: string, env: Record<string, string | undefined>): string[] {
  const { HOME = '', LOCALAPPDATA, PROGRAMFILES } = env;
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(HOME, 'Applications')];
    return macApplications.flatMap((name) => folders.map((f) => `${f}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const folders = [PROGRAMFILES, env['ProgramFiles(x86)'], LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
  }
  return [];
}
