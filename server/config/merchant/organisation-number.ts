// The number under which a company is registered in its country, with its check digit. Pure.

export const countries = ['NO', 'DK', 'FI', 'SE'] as const;
export type Country = (typeof countries)[number];

type Rule = {
  /** The number with nothing but its digits, its check digit at the end, and in Norway what follows it on bills of who charges tax. */
  form: RegExp;
  /** Said of what is no such number. */
  accepts: string;
  /** How it stands in settings, and on paper. */
  write(digits: string): { plain: string; printed: string };
  isChecked(digits: string): boolean;
};

/** The sum of the digits, each times its weight. */
function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

/** The digit that brings the weighed sum of those before it to a multiple of 11; 10 is none, and such a number is not given out. */
const hasElevenAtEnd = (digits: string, weights: readonly number[]) =>
  (11 - (weighed(digits, weights) % 11)) % 11 === Number(digits.at(-1));

/** Luhn's: every other digit doubled, from the second last on. */
function isLuhn(digits: string): boolean {
  const doubled = [...digits].toReversed().map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2));
  return doubled.reduce((sum, one) => sum + (one > 9 ? one - 9 : one), 0) % 10 === 0;
}

const rules: Record<Country, Rule> = {
  NO: {
    form: /^(?:NO)?(\d{9})(?:MVA)?$/,
    accepts: 'a Norwegian organisation number: 9 digits, and MVA behind them for who charges it',
    write(digits) {
      const grouped = digits.replace(/(\d{3})(?=\d)/g, '$1 ');
      return { plain: grouped, printed: `Org.nr. ${grouped}` };
    },
    isChecked: (digits) => hasElevenAtEnd(digits, [3, 2, 7, 6, 5, 4, 3, 2]),
  },
  DK: {
    form: /^(?:DK)?([1-9]\d{7})$/,
    accepts: 'a Danish CVR number: 8 digits',
    write: (digits) => ({ plain: digits, printed: `CVR-nr. ${digits}` }),
    isChecked: (digits) => weighed(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  FI: {
    form: /^(?:FI)?(\d{7}-?\d)$/,
    accepts: 'a Finnish Y-tunnus: 7 digits, a hyphen and a digit',
    write(digits) {
      const plain = `${digits.slice(0, 7)}-${digits.slice(7)}`;
      return { plain, printed: `Y-tunnus ${plain}` };
    },
    isChecked: (digits) => hasElevenAtEnd(digits, [7, 9, 10, 5, 8, 4, 2]),
  },
  SE: {
    form: /^(?:SE)?(\d{6}-?\d{4})$/,
    accepts: 'a Swedish organisation number: 6 digits, a hyphen and 4 digits',
    write(digits) {
      const plain = `${digits.slice(0, 6)}-${digits.slice(6)}`;
      return { plain, printed: `Org.nr ${plain}` };
    },
    isChecked: isLuhn,
  },
};

export type OrganisationNumber = { plain: string; printed: string };

/** @returns the sentence that says what is wrong with it, or the number. */
export function organisationNumber(text: string, country: Country): OrganisationNumber | { wrong: string } {
  const { form, accepts, write, isChecked } = rules[country];
  const written = text.toUpperCase().replace(/[\s.]/g, '');
  const digits = form.exec(written)?.[1]?.replace('-', '');
  if (digits === undefined) return { wrong: `it accepts ${accepts}` };
  if (!isChecked(digits)) {
    return { wrong: `its digits do not go together, so that at least one is wrong; it accepts ${accepts}` };
  }
  const { plain, printed } = write(digits);
  const tax = written.endsWith('MVA') ? ' MVA' : '';
  return { plain: plain + tax, printed: printed + tax };
}

/** The country whose number this could be by its form; the hyphen tells Finland from Denmark. */
export function countryOf(text: string): Country | null {
  const written = text.toUpperCase().replace(/[\s.]/g, '');
  const prefix = countries.find((country) => written.startsWith(country));
  if (prefix !== undefined) return prefix;
  if (/^\d{7}-\d$/.test(written)) return 'FI';
  return (['NO', 'DK', 'SE'] as const).find((country) => rules[country].form.test(written)) ?? null;
}
