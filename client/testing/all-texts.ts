// Every text of a language as a sentence, for tests.
import type { Language } from '../ui/texts/languages.ts';
import type { Texts } from '../ui/texts/texts.ts';

/** The arguments of texts that take other things than strings. */
const given: Readonly<Record<string, readonly unknown[]>> = {
  'agreement.price': ['99 kr', { unit: 'MONTH', count: 3 }],
  'cashier.signedInAs': ['Kari', 'manager'],
  'interval.period': [{ unit: 'MONTH', count: 3 }],
};

const amounts = /amount|total|captured|left|released|price|least|most|sum/i;

/** What stands for every amount, and for the name of the wallet. */
type Samples = { readonly amount: string; readonly app: string };

/** An argument for a text, by the name of its parameter. */
function sample(name: string, { amount, app }: Samples): string {
  if (amounts.test(name)) return amount;
  return name === 'app' ? app : '7';
}

function said(path: string, text: unknown, samples: Samples): [string, string][] {
  if (typeof text === 'string') return [[path, text]];
  if (typeof text === 'function') {
    const names = /^\(?([^)=]*)\)?\s*=>/.exec(String(text))?.[1]?.split(',') ?? [];
    const asked = given[path] ?? names.map((name) => sample(name.trim(), samples));
    return said(path, text(...asked), samples);
  }
  const parts = Object.entries(text ?? {});
  return parts.flatMap(([name, one]) => said(path === '' ? name : `${path}.${name}`, one, samples));
}

/** All parts of a language. */
export async function textsIn(language: Language): Promise<Texts> {
  const pages = await Promise.all([
    import(`../ui/texts/${language}/audit.ts`),
    import(`../ui/texts/${language}/cashier/all.ts`),
    import(`../ui/texts/${language}/display.ts`),
    import(`../ui/texts/${language}/guard.ts`),
    import(`../ui/texts/${language}/home.ts`),
    import(`../ui/texts/${language}/lock.ts`),
    import(`../ui/texts/${language}/reconciliation.ts`),
    import(`../ui/texts/${language}/reports.ts`),
    import(`../ui/texts/${language}/settings.ts`),
    import(`../ui/texts/${language}/sign-in.ts`),
    import(`../ui/texts/${language}/staff.ts`),
  ]);
  return Object.assign({}, ...pages);
}

/** Each text of a language by the path to it. */
export async function sentencesIn(
  language: Language,
  { amount = '9 kr', app = 'MobilePay' }: Partial<Samples> = {},
): Promise<ReadonlyMap<string, string>> {
  return new Map(said('', await textsIn(language), { amount, app }));
}
