// What a browser says that it is, in two words that people know it by. Anybody can say anything: it decides nothing.

/** The first that fits: browsers also name those before them. */
const browsers = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const systems = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPad'],
  [/\biPhone\b/, 'iPhone'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

/** Longer than any of a browser that people use. */
const longest = 1_000;

const first = (said: string, known: readonly (readonly [RegExp, string])[]) =>
  known.find(([sign]) => sign.test(said))?.[1];

/** @param userAgent the header. @returns such as `Chrome, Windows`; empty when it says nothing that we know. */
export function browserOf(userAgent = ''): string {
  const said = userAgent.slice(0, longest);
  return [first(said, browsers), first(said, systems)].filter((name) => name !== undefined).join(', ');
}
