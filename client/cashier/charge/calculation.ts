// What a keyed line comes to: one number, or numbers with + and × between them (docs/decisions/0108).
const decimals = 2;
const operator = /[+*]/;

const firstOf = (typed: string) => typed.split(operator)[0] ?? '';
const hasComma = (number: string) => number.includes(',');
/** Shown from the right it is less than 1,00, which nobody can be charged: before an operator it is a whole number. */
const isSmall = (number: string) => number.length <= decimals && !hasComma(number);

export const isCalculation = (typed: string): boolean => operator.test(typed);
/** A line that ends in + or × waits for a number, and a comma for its decimals does not. */
export const isComplete = (typed: string): boolean => !/[+*]$/.test(typed);

/** The first number decides how the others are read: as written, or from the right as a card terminal has them. */
function isAsWritten(typed: string): boolean {
  const first = firstOf(typed);
  return hasComma(first) || (isCalculation(typed) && isSmall(first));
}

export type Part =
  | { readonly kind: '+' | '*' }
  /** `hundredths` of a count are not minor units: 2 is 200. */
  | { readonly kind: 'amount' | 'whole'; readonly hundredths: number };

function asHundredths(number: string): number {
  const [whole = '', fraction = ''] = number.split(',');
  return Number(whole + fraction.padEnd(decimals, '0'));
}

/** Numbers with only × between them. One of them is the amount, the others say how often. */
function readProduct(factors: readonly string[], asWritten: boolean): Part[] {
  let hasAmount = false;
  return factors.map((number, at): Part => {
    if (hasComma(number)) {
      hasAmount = true;
      return { kind: 'amount', hundredths: asHundredths(number) };
    }
    const isCount = factors.length > 1 && (hasAmount || (at === 0 && isSmall(number)));
    if (asWritten || isCount) return { kind: 'whole', hundredths: asHundredths(number) };
    hasAmount = true;
    return { kind: 'amount', hundredths: Number(number) };
  });
}

const between = (lists: readonly Part[][], kind: '+' | '*'): Part[] =>
  lists.flatMap((parts, at) => (at === 0 ? parts : [{ kind }, ...parts]));

function readTerms(typed: string): Part[][] {
  const asWritten = isAsWritten(typed);
  return typed.split('+').map((term) =>
    readProduct(
      term.split('*').filter((number) => number !== ''),
      asWritten,
    ),
  );
}

/** The line in pieces, to be written as people write it. */
export function partsOf(typed: string): Part[] {
  const terms = readTerms(typed).filter((factors) => factors.length > 0);
  const parts = between(
    terms.map((factors) =>
      between(
        factors.map((one) => [one]),
        '*',
      ),
    ),
    '+',
  );
  const last = typed.slice(-1);
  return last === '+' || last === '*' ? [...parts, { kind: last }] : parts;
}

/** What the line comes to, in minor units. */
export function calculate(typed: string): number {
  const products = readTerms(typed).map((factors) => {
    const numbers = factors.map((part) => ('hundredths' in part ? part.hundredths : 0));
    return numbers.length === 0 ? 0 : numbers.reduce((product, one) => Math.round((product * one) / 100));
  });
  return products.reduce((sum, one) => sum + one, 0);
}
