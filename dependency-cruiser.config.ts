// Who may import whom, with `import type` and `import()` as with any other import.
import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser';

export const tests = '\\.test\\.tsx?$|^(client|server|server/simulator)/testing/|-in-tests\\.ts$';
const contract = '^server/contract/';
/** Behind the path of a folder: what is below it, but no test. */
const sources = '(?!.*\\.test\\.ts$)';

function forbid(name: string, from: IRegularForbiddenRuleType['from'], to: IRegularForbiddenRuleType['to']) {
  return { name, severity: 'error', from, to } as const;
}

/** The files below `path` may import of ours only what `except` matches. */
function allow(name: string, path: string, except: string | string[]) {
  return forbid(name, { path }, { dependencyTypes: ['local'], pathNot: except });
}

const config: IConfiguration = {
  forbidden: [
    forbid('no file imports itself by way of others, be it for a type', {}, { circular: true }),
    forbid('what is imported can be found', {}, { couldNotResolve: true }),
    forbid('sources import no tests', { pathNot: tests }, { path: tests }),

    allow('the contract imports nothing of ours but its parts', contract, contract),
    allow('core/ imports nothing of ours but the contract', `^server/core/${sources}`, [
      contract,
      '^server/core/',
    ]),
    allow('http/ is a leaf', `^server/http/${sources}`, [contract, '^server/(core|http)/']),
    allow('a payment is decided by itself', `^server/payments/payment/${sources}`, [
      contract,
      '^server/core/',
      '^server/payments/payment/',
    ]),
    forbid(
      'in payments/, the ledger, the view and the feed know nobody who writes or is told',
      { path: '^server/payments/[^/]+$', pathNot: tests },
      { path: '^server/payments/(watch|use-cases|screen|routes)/' },
    ),
    forbid(
      'in payments/, the watch knows no use case',
      { path: '^server/payments/watch/', pathNot: tests },
      { path: '^server/payments/(use-cases|screen|routes)/' },
    ),
    forbid(
      'in payments/, a use case knows no HTTP',
      { path: '^server/payments/use-cases/', pathNot: tests },
      { path: '^server/(payments/(screen|routes)|http)/' },
    ),
    allow('vipps/ knows nothing of a shop', `^server/vipps/${sources}`, [contract, '^server/(core|vipps)/']),
    forbid(
      'store/ knows only what a payment is',
      { path: '^server/store/', pathNot: tests },
      { path: '^server/payments/', pathNot: '^server/payments/payment/' },
    ),
    forbid(
      'store/ knows no Vipps, HTTP or simulator',
      { path: '^server/store/', pathNot: tests },
      { path: '^server/(vipps|http|simulator)/' },
    ),
    allow('simulator/ stands alone', '^server/simulator/', ['^server/core/', '^server/simulator/']),
    forbid(
      'only main.ts may load simulator/',
      { pathNot: [tests, '^server/main\\.ts$', '^server/simulator/'] },
      { path: '^server/simulator/' },
    ),
    forbid('server/ imports nothing of client/ or e2e/', { path: '^server/' }, { path: '^(client|e2e)/' }),

    allow('client/ imports from server/ only the contract', '^client/', ['^client/', contract]),
    forbid(
      'client/ imports of the contract only types, so that no schema is sent to a browser',
      { path: '^client/', pathNot: tests },
      { path: contract, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'in client/, a page imports no other, and ui/ imports no page',
      { path: '^client/([^/]+)/' },
      { path: '^client/', pathNot: '^client/($1|ui|testing)/' },
    ),
    forbid(
      'display/ loads no words but its own',
      { path: '^client/display/', pathNot: tests },
      { path: '^client/ui/texts/[^/]+/', pathNot: '/display\\.ts$' },
    ),
    forbid(
      'what the pages share imports no language, which is loaded when it is spoken',
      { path: '^client/ui/', pathNot: [tests, '^client/ui/texts/'] },
      { path: '^client/ui/texts/[^/]+/' },
    ),

    allow('e2e/ imports no source: it has a browser, HTTP and processes', '^e2e/', '^e2e/'),
  ],
  options: {
    // TypeScript 7 has no parser that JavaScript could call.
    parser: 'swc',
    doNotFollow: 'node_modules',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
};

export default config;
