// What a page tells of itself while it is used, on a slow processor. Runs in the page, before anything of it.
import type { Page } from 'playwright/test';

/** How much slower than this one the processor is on which pages are watched. */
export const slowDown = 4;

type Shift = { readonly value: number; readonly atMs: number; readonly moved: readonly string[] };
export type Told = {
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly shifts: readonly Shift[];
  /** How long each task took that kept the page busy for more than 50 ms, in milliseconds. */
  readonly longTasksMs: readonly number[];
};

type ShiftEntry = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
};
type Watched = typeof globalThis & {
  told: { firstPaintMs: number; largestPaintMs: number; shifts: Shift[]; longTasksMs: number[] };
  /** Milliseconds from the next event of that name until what it leads to has been painted. */
  untilPainted(event: string, selector: string, text: string): Promise<number>;
};

function beginWatching(): void {
  const page = globalThis as Watched;
  const { told } = Object.assign(page, {
    told: { firstPaintMs: Number.NaN, largestPaintMs: Number.NaN, shifts: [], longTasksMs: [] },
  } as Pick<Watched, 'told'>);
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  const nameOf = (node: Node | null) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? `${element.localName}.${element.className}` : 'something that is gone';
  };
  const placeOf = ({ x, y, width, height }: DOMRect) =>
    `${Math.round(x)},${Math.round(y)} ${Math.round(width)}x${Math.round(height)}`;
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') told.firstPaintMs = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    told.largestPaintMs = startTime;
  });
  observe('layout-shift', (entry) => {
    const { value, startTime, hadRecentInput, sources } = entry as ShiftEntry;
    // What a touch asked for is expected to move something.
    if (hadRecentInput) return;
    const moved = sources.map(
      ({ node, previousRect, currentRect }) =>
        `${nameOf(node)} ${placeOf(previousRect)} -> ${placeOf(currentRect)}`,
    );
    told.shifts.push({ value, atMs: startTime, moved });
  });
  observe('longtask', ({ duration }) => told.longTasksMs.push(duration));
  page.untilPainted = (event, selector, text) =>
    new Promise((resolve) => {
      addEventListener(
        event,
        ({ timeStamp }) => {
          const isThere = () => document.querySelector(selector)?.textContent?.includes(text) === true;
          const look = () => {
            if (!isThere()) return;
            changes.disconnect();
            // The next frame paints it; what is posted then is heard after that.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - timeStamp);
              port2.postMessage(null);
            });
          };
          const changes = new MutationObserver(look);
          changes.observe(document, { subtree: true, childList: true, characterData: true });
        },
        { capture: true, once: true },
      );
    });
}

export async function watchPage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.addInitScript(beginWatching);
}

/** @returns when it was first painted, in milliseconds since it was asked for. */
export async function firstPaintOn(page: Page): Promise<number> {
  await page.waitForFunction(() => !Number.isNaN((globalThis as Watched).told.firstPaintMs));
  return (await told(page)).firstPaintMs;
}

/** What it has told so far. */
export const told = (page: Page): Promise<Told> => page.evaluate(() => (globalThis as Watched).told);

/** @param act leads to one event of that name, and that to the text. @returns milliseconds from the event to the paint. */
export async function paintedAfter(
  page: Page,
  { event, selector, text }: { event: string; selector: string; text: string },
  act: () => Promise<void>,
): Promise<number> {
  // The page must be listening before the act.
  const painted = await page.evaluateHandle(
    (wanted) => ({
      ms: (globalThis as Watched).untilPainted(wanted.event, wanted.selector, wanted.text),
    }),
    { event, selector, text },
  );
  await act();
  const ms = await painted.evaluate((one) => one.ms);
  await painted.dispose();
  return ms;
}
