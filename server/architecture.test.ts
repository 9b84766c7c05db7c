// That the rules of dependency-cruiser.config.ts can fail, how long a file may be, and how much lies in one folder.
import { appendFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import config, { tests } from '../dependency-cruiser.config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A rule, a file, and an import that breaks the rule there. */
const breaches: [rule: string, file: string, text: string][] = [
  ['no file imports itself', 'server/a.ts', "import type { B } from './b.ts';"],
  ['no file imports itself', 'client/staff/a.tsx', "import './b.ts';"],
  ['what is imported can be found', 'server/a.ts', "import './missing.ts';"],
  ['sources import no tests', 'server/vipps/ecom/ecom.ts', "import { a } from '../../testing/till.ts';"],
  [
    'the contract imports nothing of ours',
    'server/contract/money.ts',
    "import { a } from '../core/clock.ts';",
  ],
  ['core/ imports nothing', 'server/core/log.ts', "import type { A } from '../config/config.ts';"],
  ['http/ is a leaf', 'server/http/errors.ts', "import { a } from '../store/errors.ts';"],
  [
    'a payment is decided by itself',
    'server/payments/payment/transitions.ts',
    "import type { A } from '../ledger.ts';",
  ],
  ['in payments/, the ledger', 'server/payments/ledger.ts', "import type { A } from './watch/watch.ts';"],
  [
    'in payments/, the watch',
    'server/payments/watch/poll.ts',
    "import type { A } from '../use-cases/start.ts';",
  ],
  [
    'in payments/, a use case',
    'server/payments/use-cases/start.ts',
    "import type { A } from '../../http/errors.ts';",
  ],
  [
    'vipps/ knows nothing of a shop',
    'server/vipps/ecom/ecom.ts',
    "import {\n  a,\n  b,\n} from '../../payments/payment/types.ts';",
  ],
  [
    'store/ knows only what a payment is',
    'server/store/queries/list.ts',
    "export { a } from '../../payments/view.ts';",
  ],
  ['store/ knows no Vipps', 'server/store/queries/list.ts', "import '../../vipps/http/request.ts';"],
  ['simulator/ stands alone', 'server/simulator/main.test.ts', "import { a } from '../app.ts';"],
  ['only main.ts may load', 'server/start.ts', 'const a = await import(`./simulator/simulator.ts`);'],
  ['server/ imports nothing', 'server/app.test.ts', "import { a } from '../client/ui/base/money.ts';"],
  [
    'client/ imports from server/ only',
    'client/ui/api/api.ts',
    "import type { A } from '../../../server/app.ts';",
  ],
  [
    'client/ imports of the contract only types',
    'client/cashier/charge/sale.ts',
    "import type { A } from '../../../server/contract/payments.ts';\nimport { a } from '../../../server/contract/payments.ts';",
  ],
  [
    'client/ imports of the contract only types',
    'client/cashier/row.ts',
    "const a = () => import('../../server/contract/access.ts');",
  ],
  [
    'in client/, a page',
    'client/display/main.tsx',
    "const a = <b c={import('../cashier/charge/sale.ts')} />;",
  ],
  ['in client/, a page', 'client/ui/api/api.ts', "import type { A } from '../../display/stage/stage.tsx';"],
  ['display/ loads no words', 'client/display/texts/texts.ts', "import('../../ui/texts/nb/cashier/all.ts');"],
  ['what the pages share', 'client/ui/till/time-left.tsx', "import '../texts/en/shared/common.ts';"],
  ['e2e/ imports no source', 'e2e/run/all.ts', "import type { A } from '../../server/contract/payments.ts';"],
];

/** The way back of the imports that lead in a circle. */
const waysBack: [file: string, text: string][] = [
  ['server/b.ts', "import type { A } from './a.ts';"],
  ['client/staff/b.ts', "const a = () => import('./a.tsx');"],
];

const allowed: [file: string, text: string][] = [
  ['client/ui/till/poll.ts', "import type { A } from '../../../server/contract/payments.ts';"],
  ['client/display/tablet.tsx', "import('../ui/texts/nb/display.ts');"],
  ['server/store/queries/payments.ts', "import { a } from '../../payments/payment/types.ts';"],
  ['server/vipps/ecom/ecom.test.ts', "import { a } from '../../simulator/simulator.ts';"],
  ['server/main.ts', "await import('./simulator/simulator.ts');"],
];

describe('of who may import whom', async () => {
  const violations = await cruiseMadeUp([
    ...breaches.map(([, file, text]): [string, string] => [file, text]),
    ...waysBack,
    ...allowed,
  ]);

  test.each(breaches)('"%s" is broken by %s with %j', (rule, file) => {
    const broken = violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
    expect(broken.some((name) => name.startsWith(rule))).toBe(true);
  });

  test('each rule has a breach here', () => {
    const broken = new Set(violations.map(({ rule }) => rule.name));
    expect(config.forbidden?.filter(({ name = '' }) => !broken.has(name))).toEqual([]);
  });

  test('what is allowed is no breach', () => {
    const files = allowed.map(([file]) => file);
    expect(violations.filter(({ from }) => files.includes(from))).toEqual([]);
  });
});

const isTest = new RegExp(tests);
const allFiles = globSync('{server,client,e2e}/**/*.{ts,tsx,js,mjs}', {
  cwd: root,
  exclude: ['**/node_modules/**'],
}).map((file) => file.replaceAll('\\', '/'));

test('every kind of file is polled', () => {
  const some = [
    'server/main.ts',
    'server/vipps/ecom/ecom.ts',
    'client/display/display.tsx',
    'e2e/run/all.ts',
  ];
  expect(allFiles).toEqual(expect.arrayContaining(some));
});

describe('of how long a file may be', () => {
  const tooLong = (file: string, text: string) =>
    text.split('\n').length - 1 > (isTest.test(file) ? 300 : 200);

  test('no source is longer than 200 lines and no test longer than 300', () => {
    expect(allFiles.filter((file) => tooLong(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  test.each([
    ['server/a.ts', 200],
    ['e2e/a.spec.ts', 200],
    ['server/a.test.ts', 300],
    ['server/testing/a.ts', 300],
  ])('%s is seen once it has more than %i lines', (file, most) => {
    expect(tooLong(file, 'x\n'.repeat(most))).toBe(false);
    expect(tooLong(file, 'x\n'.repeat(most + 1))).toBe(true);
  });
});

describe('of how much lies in one folder', () => {
  const tooWide = (files: readonly string[]) =>
    [
      ...Map.groupBy(
        files.filter((file) => !file.includes('.test.')),
        dirname,
      ),
    ]
      .filter(([, side]) => side.length > 15)
      .map(([folder, { length }]) => `${folder}: ${length}`);

  test('no folder has more than 15 files side by side, tests aside', () => {
    expect(tooWide(allFiles)).toEqual([]);
  });

  test('one that has is seen', () => {
    const files = Array.from({ length: 16 }, (_, index) => `server/a/${index}.ts`);
    expect(tooWide(files)).toEqual(['server/a: 16']);
    expect(tooWide([...files.slice(1), 'server/a/0.test.ts', 'server/a/b/0.ts'])).toEqual([]);
  });
});

/** What the rules say of a tree with these files, and with every file of ours that they import. */
async function cruiseMadeUp(files: [file: string, text: string][]) {
  const tree = mkdtempSync(join(tmpdir(), 'tillside-imports-'));
  try {
    for (const [file, text] of files) {
      for (const [, imported = ''] of text.matchAll(/['"`](\..*)['"`]/g)) {
        if (!imported.includes('missing')) write(join(tree, dirname(file), imported), '');
      }
    }
    for (const [file, text] of files) write(join(tree, file), text);
    const how = { ...config.options, ruleSet: config, validate: true, baseDir: tree };
    const { output } = await cruise(['client', 'server', 'e2e'], how);
    if (typeof output === 'string') throw new Error(output);
    return output.summary.violations;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function write(path: string, line: string) {
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${line}\n`);
}
