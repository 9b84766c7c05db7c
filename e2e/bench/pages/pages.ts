// How soon both screens are painted, stop moving and react, in a browser that has never seen them, on a processor four times slower.
import { landscape, portrait, ShopInBrowser } from '../../shop/screens/shop-in-browser.ts';
import type { Figure } from '../figure.ts';
import { besidePlain, figureOf, ofCashier, ofDisplay, type Visited } from './page-figures.ts';
import { visitCashier, visitDisplay, visitPlainPage } from './visits.ts';

/** A visit of the display is a whole sale; more of them tell nothing new. */
const mostVisits = 10;

export async function measurePages({ trials }: { trials: number }): Promise<Figure[]> {
  const inBrowser = await ShopInBrowser.open({ LOG_LEVEL: 'warn' });
  try {
    const repeat = async <T>(visit: () => Promise<T>) => {
      const all: T[] = [];
      while (all.length < Math.min(trials, mostVisits)) all.push(await visit());
      return all;
    };
    // One tablet for all visits: the server limits how many tablets may register.
    const paired = await inBrowser.shop.pairDisplay();
    const plainMs = await repeat(() => visitPlainPage(inBrowser));
    const display: Visited = {
      screen: 'the display',
      visits: await repeat(() => visitDisplay(inBrowser, paired, portrait)),
    };
    const across: Visited = {
      screen: 'the display in landscape',
      visits: await repeat(() => visitDisplay(inBrowser, paired, landscape)),
    };
    const cashier: Visited = {
      screen: "the cashier's tab",
      visits: await repeat(() => visitCashier(inBrowser)),
    };
    for (const visited of [display, across, cashier]) tellShifts(visited);
    return [
      besidePlain(display, plainMs),
      ...ofDisplay.slice(1).map((wanted) => figureOf(wanted, display)),
      ...ofDisplay.map((wanted) => figureOf(wanted, across)),
      ...ofCashier.map((wanted) => figureOf(wanted, cashier)),
    ];
  } finally {
    await inBrowser.close();
  }
}

/** What moved, and when: a sum tells too little to find it. */
function tellShifts({ screen, visits }: Visited): void {
  for (const { value, atMs, moved } of visits.flatMap(({ shifts }) => shifts))
    console.error(`${screen}: ${value} at ${Math.round(atMs)} ms: ${moved.join(', ')}`);
}
