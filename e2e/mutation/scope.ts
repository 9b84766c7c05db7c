// Which files are mutated, and which unit tests have to notice: those of the same folder that need no fault table.

/** `tests` are patterns. */
export type Group = { mutate: string[]; tests: string[] };

/** @param names the files of a room to break; tests called after one of them have to notice. @param more other tests that do. */
function inRoom(room: string, names: string[], more: string[]): Group {
  return {
    mutate: names.map((name) => `server/${room}/${name}.ts`),
    tests: [...names.map((name) => `${name}{,-*}`), ...more].map((name) => `server/${room}/${name}.test.ts`),
  };
}

const life = 'transitions trigger changes commands operations late-money problems new-payment';
const gateways =
  'ecom/ecom ecom/history epayment/epayment epayment/answers recurring/recurring recurring/answers recurring/charges recurring/draft';
/** Tests of an API that are not called after one of its files. */
const callTests = ['ecom/*', 'epayment/*', 'recurring/*'];
const shared = ['amount', 'order-lines', 'http/response', 'http/errors'];

/** Each group has to reach the score on its own. */
export const groups: Record<string, Group> = {
  /** The life of a payment: what is taken, given back, and said of it. */
  payments: inRoom('payments/payment', life.split(' '), ['transitions.property', 'capture-deadline']),
  /** What goes to Vipps, and what its answers mean. */
  vipps: inRoom('vipps', [...gateways.split(' '), ...shared], [...callTests, 'wire-shapes']),
  /** What is written of it, and found again. */
  store: inRoom('store', ['queries/writes', 'queries/due', 'queries/day', 'tables'], ['sqlite/sqlite']),
};

/** @throws for any other name than that of a group. */
export function groupNamed(name: string | undefined): Group {
  const group = groups[name ?? ''];
  if (group === undefined) throw new Error(`"${name}" is none of ${Object.keys(groups).join(', ')}.`);
  return group;
}
