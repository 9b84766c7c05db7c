// Who may import whom, and how long a file may be: the rules by which this code stays readable.
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

type Import = { from: string; typeOnly: boolean };
type Source = { file: string; text: string };

/** What a source imports of ours, as paths from the root. */
function importsOf({ file, text }: Source): Import[] {
  const static_ = /^\s*(?:import|export)\s(?<type>type\s)?(?:[^'"`;]*?\sfrom\s+)?['"](?<from>[^'"]+)['"]/gm;
  const dynamic = /\bimport\(\s*['"`](?<from>[^'"`]+)['"`]/g;
  const found = [...text.matchAll(static_), ...text.matchAll(dynamic)].map(({ groups }) => ({
    from: groups?.['from'] ?? '',
    typeOnly: groups?.['type'] !== undefined,
  }));
  return found
    .filter(({ from }) => from.startsWith('.'))
    .map((one) => ({ ...one, from: posix.join(posix.dirname(file), one.from) }));
}

const isTest = (file: string) => /\.test\.tsx?$|^server\/testing\/|-in-tests\.ts$|-contract\.ts$/.test(file);
const inside =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
const any = () => true;
const not = (test: (file: string) => boolean) => (file: string) => !test(file);

type Rule = {
  says: string;
  /** The files for which it holds; tests are free unless it says otherwise. */
  of: (file: string) => boolean;
  testsToo?: true;
  forbids: (imported: string, how: Import) => boolean;
};

const mains = inside('server/main.ts', 'server/simulator/main.ts', 'server/commands');
const contractParts = ['server/contract-money.ts', 'server/contract-agreements.ts'];
const contract = [
  ...['server/contract.ts', 'server/contract-access.ts', 'server/contract-reconciliation.ts'],
  ...contractParts,
];
const rules: Rule[] = [
  {
    says: 'contract.ts imports nothing of ours but its parts',
    of: inside('server/contract.ts'),
    forbids: not(inside(...contractParts)),
  },
  {
    says: 'the parts of the contract import nothing of ours but each other',
    of: inside(...contractParts),
    forbids: not(inside(...contractParts)),
  },
  {
    says: 'contract-reconciliation.ts imports nothing of ours but contract.ts',
    of: inside('server/contract-reconciliation.ts'),
    forbids: not(inside('server/contract.ts')),
  },
  {
    says: 'payment.ts imports only the contract and its own parts',
    of: inside('server/payments/payment.ts'),
    forbids: not(
      inside(
        'server/contract.ts',
        'server/payments/changes.ts',
        'server/payments/events.ts',
        'server/payments/signs.ts',
        'server/refusal.ts',
      ),
    ),
  },
  {
    says: 'vipps/ knows no payments, store, HTTP or simulator',
    of: inside('server/vipps'),
    forbids: inside('server/payments', 'server/store', 'server/http', 'server/simulator'),
  },
  {
    says: 'store/ knows payments only by payment.ts, events.ts and signs.ts',
    of: inside('server/store'),
    forbids: (imported) =>
      inside('server/payments')(imported) &&
      !inside(...['payment', 'events', 'signs'].map((name) => `server/payments/${name}.ts`))(imported),
  },
  {
    says: 'store/ knows no Vipps, HTTP or simulator',
    of: inside('server/store'),
    forbids: inside('server/vipps', 'server/http', 'server/simulator'),
  },
  {
    says: 'simulator/ stands alone',
    of: inside('server/simulator'),
    testsToo: true,
    forbids: not(inside('server/simulator')),
  },
  {
    says: 'only main.ts may load simulator/',
    // Compiling ahead loads what main.ts may load, and runs none of it.
    of: not(inside('server/main.ts', 'server/launch/compile.mjs', 'server/simulator')),
    forbids: inside('server/simulator'),
  },
  {
    says: 'sources import no tests',
    of: any,
    forbids: isTest,
  },
  {
    says: 'server/ imports nothing of client/ or e2e/',
    of: inside('server'),
    testsToo: true,
    forbids: inside('client', 'e2e'),
  },
  {
    says: 'client/ imports from server/ only the contract',
    of: inside('client'),
    testsToo: true,
    forbids: not(inside('client', ...contract)),
  },
  {
    says: 'client/ imports of the contract only types, so that no schema is sent to a browser',
    of: inside('client'),
    forbids: (imported, { typeOnly }) => inside(...contract)(imported) && !typeOnly,
  },
  {
    says: 'display/ does not import cashier/ or reconciliation/',
    of: inside('client/display'),
    testsToo: true,
    forbids: inside('client/cashier', 'client/reconciliation'),
  },
  {
    says: 'cashier/ does not import display/ or reconciliation/',
    of: inside('client/cashier'),
    testsToo: true,
    forbids: inside('client/display', 'client/reconciliation'),
  },
  {
    says: 'reconciliation/ does not import display/ or cashier/',
    of: inside('client/reconciliation'),
    testsToo: true,
    forbids: inside('client/display', 'client/cashier'),
  },
  {
    says: 'what the screens share imports none of them',
    of: inside('client/ui'),
    testsToo: true,
    forbids: inside('client/display', 'client/cashier', 'client/reconciliation'),
  },
  {
    says: 'display/ loads no words but its own',
    of: inside('client/display'),
    forbids: (imported) => /^client\/ui\/texts\/..\/(?!display\.ts$)/.test(imported),
  },
  {
    says: 'what the screens share imports no language, which is loaded when it is spoken',
    of: (file) => /^client\/ui\/(?!texts\/)/.test(file),
    forbids: (imported) => /^client\/ui\/texts\/..\//.test(imported),
  },
  {
    says: 'e2e/ imports no source: it has a browser, HTTP and processes',
    of: inside('e2e'),
    testsToo: true,
    forbids: not(inside('e2e')),
  },
];

/** Each breach of a rule as a sentence. */
function breaches(rule: Rule, sources: Source[]): string[] {
  return sources
    .filter(({ file }) => rule.of(file) && (rule.testsToo === true || !isTest(file)))
    .flatMap((source) =>
      importsOf(source)
        .filter((one) => rule.forbids(one.from, one))
        .map((one) => `${source.file} imports ${one.from}`),
    );
}

const tooLong = ({ file, text }: Source) => text.split('\n').length - 1 > (isTest(file) ? 300 : 200);
const readsEnvironment = ({ file, text }: Source) =>
  inside('server')(file) &&
  !isTest(file) &&
  /process\s*\.env|process\[|loadEnvFile|\benv\b.*'node:process'/.test(text);

const sources: Source[] = [];
for await (const file of glob('{server,client,e2e}/**/*.{ts,tsx,js,mjs}', { cwd: root })) {
  const path = file.replaceAll('\\', '/');
  if (!path.includes('node_modules/')) {
    sources.push({ file: path, text: readFileSync(posix.join(root, path), 'utf8') });
  }
}

describe('of who may import whom', () => {
  test('all sources are looked at', () => {
    const files = sources.map(({ file }) => file);
    const some = ['server/main.ts', 'server/vipps/ecom.ts', 'client/display/display.tsx', 'e2e/run/all.ts'];
    expect(files).toEqual(expect.arrayContaining(some));
  });

  test.each(rules.map((rule) => [rule.says, rule] as const))('%s', (_, rule) => {
    expect(breaches(rule, sources)).toEqual([]);
  });
});

test('[P7] only main.ts reads the environment', () => {
  // The launcher runs before there is a server: it finds npm and a Node that is new enough.
  const launcher = inside('server/launch');
  const readers = sources.filter(readsEnvironment).map(({ file }) => file);
  expect(readers.filter((file) => !mains(file) && !launcher(file))).toEqual([]);
  expect(readers).toContain('server/main.ts');
});

test('no source is longer than 200 lines and no test longer than 300', () => {
  const long = sources.filter(tooLong).map(({ file, text }) => `${file}: ${text.split('\n').length - 1}`);
  expect(long).toEqual([]);
});

describe('these checks can fail:', () => {
  const madeUp: [string, string, string][] = [
    [
      'server/contract.ts',
      "import { a } from './clock.ts';",
      'contract.ts imports nothing of ours but its parts',
    ],
    ['server/contract-money.ts', "import { a } from './contract.ts';", 'the parts of the contract import'],
    [
      'server/contract-reconciliation.ts',
      "import { a } from './payments/view.ts';",
      'contract-reconciliation.ts imports',
    ],
    ['server/payments/payment.ts', "import type { A } from './till.ts';", 'payment.ts imports only'],
    ['server/vipps/ecom.ts', "import {\n  a,\n  b,\n} from '../payments/payment.ts';", 'vipps/ knows no'],
    ['server/store/queries.ts', "export { a } from '../payments/till.ts';", 'store/ knows payments only'],
    ['server/store/queries.ts', "import '../vipps/send.ts';", 'store/ knows no Vipps'],
    ['server/simulator/main.ts', "import { a } from '../clock.ts';", 'simulator/ stands alone'],
    ['server/start.ts', "const a = await import('./simulator/simulator.ts');", 'only main.ts may load'],
    ['server/vipps/ecom.ts', "import { a } from '../testing/till.ts';", 'sources import no tests'],
    ['server/app.ts', "import { a } from '../client/ui/money.ts';", 'server/ imports nothing of'],
    [
      'client/ui/api.ts',
      "import { type A } from '../../server/contract.ts';",
      'client/ imports of the contract only types',
    ],
    [
      'client/ui/api.ts',
      "import type { A } from '../../server/app.ts';",
      'client/ imports from server/ only',
    ],
    ['client/display/main.tsx', "import { a } from '../cashier/sale.ts';", 'display/ does not import'],
    ['client/cashier/main.tsx', "import { a } from '../display/stage.tsx';", 'cashier/ does not import'],
    [
      'client/reconciliation/main.tsx',
      "import { a } from '../cashier/sale.ts';",
      'reconciliation/ does not import',
    ],
    ['client/ui/api.ts', "import { a } from '../display/stage.tsx';", 'what the screens share'],
    ['client/display/words.ts', "import('../ui/texts/nb/cashier.ts')", 'display/ loads no words'],
    ['client/ui/time-left.tsx', "import './texts/en/common.ts';", 'what the screens share imports no l'],
    ['e2e/run/all.ts', "import type { A } from '../../server/contract.ts';", 'e2e/ imports no source'],
  ];

  test.each(madeUp)('%s with %j breaks "%s"', (file, text, says) => {
    const broken = rules.filter((rule) => breaches(rule, [{ file, text }]).length > 0);
    expect(broken.some((rule) => rule.says.startsWith(says))).toBe(true);
  });

  test('each rule has a breach here', () => {
    const unproven = rules.filter(({ says }) => !madeUp.some(([, , start]) => says.startsWith(start)));
    expect(unproven.map(({ says }) => says)).toEqual([]);
  });

  test('what is allowed is no breach', () => {
    const fine: Source[] = [
      { file: 'client/ui/api.ts', text: "import type { A } from '../../server/contract.ts';" },
      { file: 'server/store/list.ts', text: "import { a } from '../payments/payment.ts';" },
      { file: 'server/vipps/ecom.test.ts', text: "import { a } from '../simulator/simulator.ts';" },
      { file: 'server/main.ts', text: "await import('./simulator/simulator.ts');\nimport pino from 'pino';" },
    ];
    expect(rules.flatMap((rule) => breaches(rule, fine))).toEqual([]);
  });

  test('a long file and a look at the environment are seen', () => {
    const lines = (count: number) => 'x\n'.repeat(count);
    const long = [
      { file: 'server/a.ts', text: lines(201) },
      { file: 'server/a.test.ts', text: lines(301) },
      { file: 'server/b.ts', text: lines(200) },
      { file: 'server/b.test.ts', text: lines(300) },
    ];
    expect(long.filter(tooLong).map(({ file }) => file)).toEqual(['server/a.ts', 'server/a.test.ts']);
    for (const text of ['process.env.X', "process['env']", "import { env } from 'node:process';"]) {
      expect(readsEnvironment({ file: 'server/start.ts', text })).toBe(true);
    }
  });
});
