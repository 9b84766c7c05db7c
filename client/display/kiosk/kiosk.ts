// What makes a browser a device that stands at a till for months. Each part is left out quietly where a browser has no such thing.
import type { Screen } from '../../ui/till/poll-till.ts';
import { keepAwake } from './awake/keep-awake.ts';

type ScriptUrls = { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };

/** Our pages enforce Trusted Types: the address of a script cannot be a plain string. */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptUrls };
  const url = '/display-worker.js';
  const policy = trustedTypes?.createPolicy('tillside', { createScriptURL: () => url });
  return policy?.createScriptURL(url) ?? url;
}

/** What this tablet can do, or cannot. */
type Fact = (name: string, value: string) => void;

/** @returns what notes a fact for the next poll to tell. */
function factsIn(screen: Screen): Fact {
  const known = new Map([['secure', isSecureContext ? '?1' : '?0']]);
  return (name, value) => {
    known.set(name, value);
    screen.said = ['display', ...[...known].map((fact) => fact.join('='))].join('; ');
  };
}

/** Keeps the page for when there is no server. Browsers offer it over https and on loopback only. */
function keepPage(note: Fact): void {
  const worker = navigator.serviceWorker;
  const kept = worker?.register(workerUrl(), { scope: '/display' }) ?? Promise.reject();
  kept
    .then(() => worker.ready)
    .then(
      () => note('page', '?1'),
      () => note('page', '?0'),
    );
}

/** On the first touch, as browsers allow it to people only. Not with a mouse: a desk computer should not go into full screen. */
function fillScreen(): void {
  const fill = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'mouse') return;
    document.removeEventListener('pointerup', fill);
    document.documentElement.requestFullscreen?.().catch(() => {});
  };
  if (matchMedia('(display-mode: browser)').matches) document.addEventListener('pointerup', fill);
}

/** A resting finger opens no menu over the QR, drags nothing away and zooms nothing. */
function ignoreAccidents(): void {
  for (const accident of ['contextmenu', 'dragstart', 'gesturestart', 'selectstart']) {
    document.addEventListener(accident, (event) => event.preventDefault());
  }
}

/** @param screen tells staff what this tablet can do. */
export function startKiosk(screen: Screen): void {
  const note = factsIn(screen);
  keepPage(note);
  keepAwake((by) => note('awake', by));
  fillScreen();
  ignoreAccidents();
}
