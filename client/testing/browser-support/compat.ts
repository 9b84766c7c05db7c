// What MDN's tables say of our oldest browsers.
import bcd from '@mdn/browser-compat-data' with { type: 'json' };

/** The oldest browsers in which the pages work, as the tables call them; for the build they are named in client/build/supported-browsers.ts. */
const oldestBrowsers = {
  chrome: 90,
  chrome_android: 90,
  webview_android: 90,
  firefox: 100,
  safari: 15.4,
  safari_ios: 15.4,
} as const;

type Statement = {
  readonly version_added?: string | boolean | null;
  readonly version_removed?: string | boolean | null;
  readonly flags?: readonly unknown[];
  readonly prefix?: string;
  readonly alternative_name?: string;
};
export type Feature = {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
} & { readonly [name: string]: unknown };

const features = bcd as unknown as Readonly<Record<'api' | 'javascript' | 'css' | 'html', Feature>>;

/** @param path such as `css.properties.inset`. @returns undefined for what the tables do not know. */
export function featureAt(path: readonly string[]): Feature | undefined {
  let found: unknown = features;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found as Feature;
}

/** The features below one, by their names. */
export function featuresIn(feature: Feature | undefined): [string, Feature][] {
  return Object.entries(feature ?? {}).filter(([name]) => name !== '__compat') as [string, Feature][];
}

function hasIt(
  { version_added, version_removed, flags, prefix, alternative_name }: Statement,
  oldest: number,
) {
  const since = Number.parseFloat(String(version_added).replace('≤', ''));
  return (
    since <= oldest &&
    !flags &&
    !prefix &&
    !alternative_name &&
    (!version_removed || Number.parseFloat(String(version_removed)) > oldest)
  );
}

/** Which of our oldest browsers lack a feature; none where the tables say nothing. */
export function lackedBy(feature: Feature | undefined): string[] {
  const support = feature?.__compat?.support ?? {};
  return Object.entries(oldestBrowsers).flatMap(([browser, oldest]) => {
    const statements = [support[browser] ?? []].flat() as Statement[];
    return statements.length === 0 || statements.some((one) => hasIt(one, oldest))
      ? []
      : [`${browser} ${oldest}`];
  });
}

export const isTooNew = (feature: Feature | undefined) => lackedBy(feature).length > 0;
