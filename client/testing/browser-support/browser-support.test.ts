// Sources use nothing that our oldest browsers lack, by the tables of MDN (docs/browsers.md says what this covers and what not).
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tooNewInScript } from './script.ts';
import { tooNewInStyle } from './style.ts';

/** Where it is missing a page looks a little plainer, and all is there: a browser leaves out what it does not know. */
const decoration = [
  '-webkit-tap-highlight-color',
  '-webkit-touch-callout',
  ':has',
  'accent-color',
  'color-mix()',
  'container-type',
  'cursor: default',
  'cursor: pointer',
  'overscroll-behavior',
  'resize',
  'scrollbar-width',
  'text-wrap',
  // With a prefix beside it.
  'user-select',
  // A fallback stands before it.
  'translate',
  // On paper.
  '@page',
  'size',
  'break-after: avoid',
  // In a grid, where they are old.
  'align-content: start',
  'align-self: end',
  'align-self: start',
];

/** By file: what asks before it uses, what is said otherwise where it is missing, and methods of ours of that name. */
const judged: Readonly<Record<string, readonly string[]>> = {
  'client/ui/api/api.ts': ['.randomUUID'],
  'client/cashier/signals/notify.ts': [
    'Notification.requestPermission',
    'Notification.permission',
    'Notification',
  ],
  // The lock is a modal dialog, behind which nothing can be reached either.
  'client/ui/lock/lockable.tsx': ['attribute inert'],
  // An element that a browser does not know is drawn as a span, with its class.
  'client/cashier/search/search-form.tsx': ['<search>'],
  'client/cashier/refund/use-refund-steps.ts': ['.take'],
  'client/cashier/parts/confirm-action.tsx': ['.take'],
  'client/cashier/details/capture.tsx': ['.capture'],
};

const isSource = (file: string) => !/\.test\.ts$|^client\/(build|testing)\//.test(file);
const read = (file: string) => readFileSync(file, 'utf8');
const files = globSync('client/**/*.{ts,tsx,css}').filter(isSource).sort();
const faultsOf = (file: string) =>
  file.endsWith('.css') ? tooNewInStyle(read(file)) : tooNewInScript(file, read(file));

test('what pages are made of is old enough', () => {
  const faults = files.flatMap((file) => {
    const allowed = [...(file.endsWith('.css') ? decoration : []), ...(judged[file] ?? [])];
    return faultsOf(file)
      .filter((fault) => !allowed.includes(fault))
      .map((fault) => `${file}: ${fault}`);
  });
  expect(files.length).toBeGreaterThan(200);
  expect(faults).toEqual([]);
});

test('what is let through is still there', () => {
  const inStyles = new Set(files.filter((file) => file.endsWith('.css')).flatMap(faultsOf));
  expect(decoration.filter((fault) => !inStyles.has(fault))).toEqual([]);
  const gone = Object.entries(judged).flatMap(([file, some]) =>
    some.filter((one) => !faultsOf(file).includes(one)),
  );
  expect(gone).toEqual([]);
});

test('the libraries of the pages are old enough', () => {
  const libraries = globSync([
    'node_modules/react/cjs/react.production.js',
    'node_modules/scheduler/cjs/scheduler.production.js',
    'node_modules/react-dom/cjs/react-dom-client.production.js',
    'node_modules/@tanstack/{query-core,react-query}/build/modern/*.js',
  ]);
  const faults = new Set(libraries.flatMap(faultsOf));
  expect(libraries.length).toBeGreaterThan(30);
  // Asked for where React is told to use it (view transitions), where it is there (the state of the network), and React's own.
  expect([...faults].sort()).toEqual(['.startViewTransition', '.use', 'navigator.connection']);
});

describe('found in a script:', () => {
  test.each([
    ['list.at(-1)', '.at'],
    ['list.findLast(test)', '.findLast'],
    ['list.toSorted()', '.toSorted'],
    ['Object.groupBy(list, by)', 'Object.groupBy'],
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['structuredClone(value)', 'structuredClone'],
    ['AbortSignal.timeout(1)', 'AbortSignal.timeout'],
    ['AbortSignal.any([])', 'AbortSignal.any'],
    ['signal.throwIfAborted()', '.throwIfAborted'],
    ['URL.canParse(text)', 'URL.canParse'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['new Intl.DurationFormat()', 'Intl.DurationFormat'],
    ['new Set().union(other)', '.union'],
    ['navigator.wakeLock.request()', 'navigator.wakeLock'],
    ['/(?<=a)b/', 'regular expression: lookbehind'],
    ['/a/v', 'regular expression: flag v'],
    ['call?.(...list)', '?. with a spread'],
    ['class A { #x; static is(o) { return #x in o } }', '#x in object'],
    ['<div popover="auto" />', 'attribute popover'],
    ['<search />', '<search>'],
  ])('%s', (source, fault) => {
    expect(tooNewInScript('source.jsx', source)).toContain(fault);
  });

  test.each([
    ['what may be missing', 'navigator.wakeLock?.request()'],
    ['a field of ours that is named as a new method', 'event.at'],
    ['a named group, which is no lookbehind', '/(?<year>\\d)(?:a)/'],
    ['what is old', 'list.flatMap(f); Promise.any([]); text.replaceAll(a, b); new URL(text); x ??= y'],
  ])('not %s', (_, source) => {
    expect(tooNewInScript('source.jsx', source)).toEqual([]);
  });
});

describe('found in a style sheet:', () => {
  test.each([
    ['a:has(b) { color: red; }', ':has'],
    ['a:user-valid { color: red; }', ':user-valid'],
    ['@container (width > 1px) { a { color: red; } }', '@container'],
    ['a { height: 100dvh; }', 'unit dvh'],
    ['a { height: 100svh; }', 'unit svh'],
    ['a { font-size: min(1rem, 10cqi); }', 'unit cqi'],
    ['a { color: color-mix(in srgb, red, blue); }', 'color-mix()'],
    ['a { color: light-dark(red, blue); }', 'light-dark()'],
    ['a { translate: 1px; }', 'translate'],
    ['a { overflow: clip; }', 'overflow: clip'],
    ['@starting-style { a { opacity: 0; } }', '@starting-style'],
  ])('%s', (source, fault) => {
    expect(tooNewInStyle(source)).toContain(fault);
  });

  test.each([
    ['what is read only by who has it', '@supports (width: 1cqi) { a { width: 1cqi; } }'],
    [
      'what is old',
      'a:is(b, c):focus-visible { inset: 0; aspect-ratio: 1; gap: 1px; width: min(1px, 2vw); }',
    ],
    ['what is said in a comment', '/* a:has(b) { height: 1dvh; } */'],
  ])('not %s', (_, source) => {
    expect(tooNewInStyle(source)).toEqual([]);
  });
});
