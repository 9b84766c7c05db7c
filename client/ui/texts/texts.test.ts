import { describe, expect, test } from 'vitest';
import { sentencesIn, textsIn } from '../../testing/all-texts.ts';
import { languages } from './languages.ts';
import { appNames } from './texts.ts';

const english = await sentencesIn('en');
const others = languages.filter((language) => language !== 'en');

/** Words that are the same in English and in the language. */
const same: Readonly<Record<(typeof others)[number], readonly string[]>> = {
  nb: ['common.demo.mark', 'common.test.mark', 'settings.logo.label'],
  da: [
    'common.demo.mark',
    'common.test.mark',
    'display.steps.scan',
    'cashier.reference',
    'settings.logo.label',
  ],
  sv: ['common.demo.mark', 'common.test.mark', 'subscription.period', 'reports.period'],
  fi: ['common.demo.mark'],
};

describe.each(others)('in %s', async (language) => {
  const sentences = await sentencesIn(language);

  test('there is a text for everything', () => {
    expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort());
    const empty = [...sentences].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  test('nothing is left in English', () => {
    const left = [...sentences].filter(
      ([path, text]) => english.get(path) === text && path !== 'lines.quantity',
    );
    expect(left.filter(([path]) => !same[language].includes(path))).toEqual([]);
  });

  test('no sentence ends twice, and none shouts', async () => {
    // The Danish krone is written with a dot.
    const written = await sentencesIn(language, { amount: language === 'da' ? '9 kr.' : '9 kr' });
    const odd = [...written].filter(([, text]) => /\.\.|\s[.,;]|!|\s$/.test(text));
    expect(odd).toEqual([]);
  });

  test('a sentence ends as the English one does', () => {
    const ends = (text = '') => /[.?…]$/.exec(text)?.[0] ?? '';
    const odd = [...sentences].filter(([path, text]) => ends(text) !== ends(english.get(path)));
    expect(odd).toEqual([]);
  });

  test('[P1] paid, given back, cancelled and run out are told apart', async () => {
    const { display } = await textsIn(language);
    const titles = [
      display.idle,
      display.started,
      display.presented,
      display.closing,
      display.approved,
      display.refunded,
      display.released,
      display.cancelled,
      display.expired,
      display.failed,
    ].map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.includes(display.approved.title))).toEqual([
      display.approved.title,
    ]);
  });

  test('[P1] every text that says that no money was taken uses the same phrase', () => {
    const nothing = { nb: 'trukket', da: 'hævet', sv: 'dragits', fi: 'veloitet' }[language];
    const told = [...english].filter(([, text]) =>
      /No money was taken|Nothing was (taken|charged)/.test(text),
    );
    expect(told.length).toBeGreaterThan(8);
    for (const [path] of told) expect(sentences.get(path), path).toContain(nothing);
    const only = [...sentences].filter(
      ([path, text]) =>
        path.startsWith('display.') && text.includes(nothing) && !told.some(([one]) => one === path),
    );
    expect(only.map(([path]) => path)).toEqual(only.map(([path]) => path).filter(saysOfMoney));
  });
});

/** Texts that speak of taking money in another way: that it was not charged, or that no more will be. */
const saysOfMoney = (path: string) =>
  ['display.released.title', 'display.late.released.title', 'display.signUp.stopped.text'].includes(path);

test.each([
  ['en', /a few days/],
  ['nb', /noen dager/],
  ['da', /nogle dage/],
  ['sv', /några dagar/],
  ['fi', /muutaman päivän/],
] as const)('[P1] in %s a refund is on its way, for a bank takes days', async (language, days) => {
  const { display, cashier } = await textsIn(language);
  const told = [display.refunded.text, display.late.refunded.text, cashier.refundDone('9 kr')];
  for (const text of told) expect(text).toMatch(days);
});

test('in Finnish, what hangs on a name of two words has a space before its hyphen', async () => {
  const wrong = async (app: string) =>
    [...(await sentencesIn('fi', { app })).values()].filter((text) =>
      /\S-(sovellu|palvelu|portaali)/.test(text),
    );
  expect((await wrong('MobilePay')).length).toBeGreaterThan(20);
  expect(await wrong(appNames.vipps_mobilepay)).toEqual([]);
});

test('counts of one are said differently from counts of more', async () => {
  const counts = {
    nb: ['vare', 'varer'],
    da: ['vare', 'varer'],
    sv: ['vara', 'varor'],
    fi: ['tuote', 'tuotetta'],
  };
  for (const language of others) {
    const { lines } = await textsIn(language);
    expect([lines.count(1), lines.count(4)]).toEqual([
      `1 ${counts[language][0]}`,
      `4 ${counts[language][1]}`,
    ]);
  }
});

test.each([
  ['nb', ['99 kr per måned', '99 kr hver 3. uke', '99 kr annethvert år']],
  ['da', ['99 kr pr. måned', '99 kr hver 3. uge', '99 kr hvert andet år']],
  ['sv', ['99 kr per månad', '99 kr var 3:e vecka', '99 kr vartannat år']],
  ['fi', ['99 kr kuukaudessa', '99 kr joka 3. viikko', '99 kr joka toinen vuosi']],
  ['en', ['99 kr a month', '99 kr every 3 weeks', '99 kr every 2 years']],
] as const)('in %s a price is told by its interval', async (language, prices) => {
  const { agreement } = await textsIn(language);
  const intervals = [
    { unit: 'MONTH', count: 1 },
    { unit: 'WEEK', count: 3 },
    { unit: 'YEAR', count: 2 },
  ] as const;
  expect(intervals.map((interval) => agreement.price('99 kr', interval))).toEqual(prices);
});
