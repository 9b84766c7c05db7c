// `npm run figures`: how soon both screens are there, stand still and answer, on a processor four times slower than this one.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright/test';
import { findBrowser } from '../run/browser.ts';
import { Shop } from '../shop/shop.ts';
import { ofCashier, ofDisplay, table, toRow } from './figures.ts';
import { type Trial, tryCashier, tryDisplay } from './screens.ts';

const options = { trials: { type: 'string', default: '10' } } as const;
const landscape = { width: 1280, height: 800 };
const portrait = { width: 800, height: 1280 };

function describeShifts(screen: string, trials: readonly Trial[]): string[] {
  const shifts = trials.flatMap((trial) => trial.shifts);
  return shifts.map(
    ({ value, atMs, moved }) => `${screen}: ${value} at ${Math.round(atMs)} ms: ${moved.join(', ')}`,
  );
}

/** Figures of a machine that is busy with something else tell nothing. */
const busy = () => `${availableParallelism()} cores, ${loadavg()[0]?.toFixed(1)} busy in the last minute`;

const trials = Number(parseArgs({ options }).values.trials);
if (!(trials >= 1)) throw new Error('--trials takes a number from 1.');
console.log(`Before: ${busy()}.`);
const shop = await Shop.open({ LOG_LEVEL: 'warn' });
const browser = await chromium.launch(await findBrowser());
try {
  const repeat = async (attempt: () => Promise<Trial>) => {
    const all: Trial[] = [];
    while (all.length < trials) all.push(await attempt());
    return all;
  };
  // One tablet for all of them: too many that introduce themselves are slowed down.
  const paired = await shop.pairDisplay();
  const screens = [
    { screen: 'cashier', figures: ofCashier, trials: await repeat(() => tryCashier(browser, shop)) },
    {
      ...{ screen: 'display, portrait', figures: ofDisplay },
      trials: await repeat(() => tryDisplay(browser, shop, paired, portrait)),
    },
    {
      ...{ screen: 'display, landscape', figures: ofDisplay },
      trials: await repeat(() => tryDisplay(browser, shop, paired, landscape)),
    },
  ];
  const rows = screens.flatMap(({ screen, figures, trials }) =>
    figures.map((figure) => toRow(screen, figure, trials)),
  );
  for (const { screen, trials } of screens)
    for (const line of describeShifts(screen, trials)) console.log(line);
  console.log(`\n${table(rows)}`);
  if (rows.some(({ isMissed }) => isMissed)) process.exitCode = 1;
} finally {
  await browser.close();
  await shop.close();
}
