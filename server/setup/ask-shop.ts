// The shop: who it is on the slip of a payment, and what its screens speak and sell in.
import {
  type Country,
  countries,
  countryOf,
  organisationNumber,
} from '../config/merchant/organisation-number.ts';
import { type SpokenLanguage, spokenLanguages } from '../contract/languages.ts';
import { currencies, type TillView } from '../contract/payments.ts';
import type { Settings } from './ask-vipps.ts';
import { checkSetting } from './asking/as-server-says.ts';
import { askUntilGood, choice } from './asking/interview.ts';
import type { Terminal } from './asking/terminal.ts';
import { usualIn } from './country.ts';
import { type Details, detailNames } from './details.ts';

type ShopDeps = { terminal: Terminal; was: Settings };

/** The country of the number that is there, or else of the currency. */
function countryBefore(was: Settings, { orgNumber }: Details): Country {
  const byCurrency = countries.find((country) => usualIn[country].currency === was.get('SHOP_CURRENCY'));
  return countryOf(was.get('ORG_NUMBER') ?? orgNumber ?? '') ?? byCurrency ?? 'NO';
}

export async function askForCountry({ terminal, was }: ShopDeps, before: Details): Promise<Country> {
  const names = countries.map((country) => `${country} ${usualIn[country].name}`).join(', ');
  const question = choice(`Country: ${names}`, countries, countryBefore(was, before));
  return (await askUntilGood(question, terminal)) as Country;
}

const questions: Readonly<Record<keyof typeof detailNames, string>> = {
  SHOP_NAME: 'Name of the shop, as slips and tablets say it',
  ORG_NUMBER: 'Organisation number',
  SHOP_ADDRESS: 'Address',
};

function checkDetail(variable: string, answer: string, country: Country) {
  if (variable !== 'ORG_NUMBER') return checkSetting(variable, answer);
  const read = organisationNumber(answer, country);
  return 'wrong' in read ? { wrong: `This is not right: ${read.wrong}.` } : { value: read.plain };
}

/**
 * What slips say of the shop; what is not to be said is empty.
 * @param before what its database says. @returns what is to be set in `.env`, where it is there already, and what in the database.
 */
export async function askForDetails(
  { terminal, was }: ShopDeps,
  country: Country,
  before: Details,
): Promise<{ settings: Settings; details: Details }> {
  const settings = new Map<string, string>();
  const details: Details = {};
  for (const variable of Object.keys(questions) as (keyof typeof questions)[]) {
    const name = detailNames[variable];
    const isVariable = was.has(variable);
    const otherwise = (isVariable ? was.get(variable) : before[name]) ?? '';
    const check = (answer: string) => checkDetail(variable, answer, country);
    const question = { text: questions[variable], otherwise, mayBeEmpty: true, check };
    const answer = await askUntilGood(question, terminal);
    if (isVariable) settings.set(variable, answer);
    else details[name] = answer === '' ? null : answer;
  }
  return { settings, details };
}

const languageOf = (locale: string | undefined) =>
  spokenLanguages.find((language) => locale?.split('-')[0] === language);

/** What tills speak, sell in and call the wallet. */
export async function askForScreens({ terminal, was }: ShopDeps, country: Country): Promise<Settings> {
  const usual = usualIn[country];
  const before = languageOf(was.get('SHOP_LOCALE')) ?? usual.language;
  const spoken = choice('Language of the screens', spokenLanguages, before);
  const language = (await askUntilGood(spoken, terminal)) as SpokenLanguage;
  const paidIn = currencies.find((one) => one === was.get('SHOP_CURRENCY')) ?? usual.currency;
  const currency: TillView['currency'] = (await askUntilGood(
    choice('Currency', currencies, paidIn),
    terminal,
  )) as TillView['currency'];
  return new Map([
    ['SHOP_LOCALE', `${language}-${country}`],
    ['SHOP_CURRENCY', currency],
    ['SHOP_BRAND', was.get('SHOP_BRAND') ?? usual.brand],
  ]);
}
