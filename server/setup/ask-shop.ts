// The shop: who it is on the slip of a payment, and what its screens speak and sell in.
import {
  type Country,
  countries,
  countryOf,
  organisationNumber,
} from '../config/merchant/organisation-number.ts';
import { currencies, type TillView } from '../contract/payments.ts';
import type { Settings } from './ask-vipps.ts';
import { checkSetting } from './asking/as-server-says.ts';
import { askUntilGood, choice } from './asking/interview.ts';
import type { Terminal } from './asking/terminal.ts';
import { type Language, setupLanguages, tillNames, usualIn } from './country.ts';
import type { OnlyTill, TillAnswers } from './files/tills-text.ts';

type ShopDeps = { terminal: Terminal; was: Settings };

/** The country of the number that is there, or else of the currency. */
function countryBefore(was: Settings, till: OnlyTill | null): Country {
  const byCurrency = countries.find((country) => usualIn[country].currency === till?.['currency']);
  return countryOf(was.get('ORG_NUMBER') ?? '') ?? byCurrency ?? 'NO';
}

export async function askForCountry({ terminal, was }: ShopDeps, till: OnlyTill | null): Promise<Country> {
  const names = countries.map((country) => `${country} ${usualIn[country].name}`).join(', ');
  const question = choice(`Country: ${names}`, countries, countryBefore(was, till));
  return (await askUntilGood(question, terminal)) as Country;
}

/** What the slip says of the shop; what is not to be said is empty. */
export async function askForSeller({ terminal, was }: ShopDeps, country: Country): Promise<Settings> {
  const answers = new Map<string, string>();
  const ask = async (
    name: string,
    text: string,
    check: (answer: string) => { value: string } | { wrong: string },
  ) => {
    const otherwise = was.get(name) ?? '';
    answers.set(name, await askUntilGood({ text, otherwise, mayBeEmpty: true, check }, terminal));
  };
  await ask('SHOP_NAME', 'Name of the shop, as the slip says it', (name) => checkSetting('SHOP_NAME', name));
  await ask('ORG_NUMBER', 'Organisation number', (number) => {
    const read = organisationNumber(number, country);
    return 'wrong' in read ? { wrong: `This is not right: ${read.wrong}.` } : { value: read.plain };
  });
  await ask('SHOP_ADDRESS', 'Address', (address) => checkSetting('SHOP_ADDRESS', address));
  return answers;
}

const languageOf = (locale: unknown) =>
  setupLanguages.find((language) => typeof locale === 'string' && locale.split('-')[0] === language);

/** What the till speaks, and sells in. @param till what a file says of it already. */
export async function askForTill(
  { terminal }: Pick<ShopDeps, 'terminal'>,
  till: OnlyTill | null,
  country: Country,
): Promise<TillAnswers> {
  const usual = usualIn[country];
  const before = languageOf(till?.['locale']) ?? usual.language;
  const spoken = choice('Language of the screens', setupLanguages, before);
  const language = (await askUntilGood(spoken, terminal)) as Language;
  const paidIn = currencies.find((one) => one === till?.['currency']) ?? usual.currency;
  const currency = await askUntilGood(choice('Currency', currencies, paidIn), terminal);
  const { brand } = usual;
  return {
    locale: `${language}-${country}`,
    currency: currency as TillView['currency'],
    brand,
    name: tillNames[language],
  };
}
