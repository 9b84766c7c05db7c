// What makes a browser a device that stands at a till for months. Each part is left out quietly where a browser has no such thing.

type ScriptUrls = { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };

/** Our pages enforce Trusted Types: the address of a script cannot be a plain string. */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptUrls };
  const url = '/display-worker.js';
  const policy = trustedTypes?.createPolicy('tillside', { createScriptURL: () => url });
  return policy?.createScriptURL(url) ?? url;
}

/** Keeps the page for when there is no server. Browsers offer it over https and on loopback only. */
function keepPage(): void {
  navigator.serviceWorker?.register(workerUrl(), { scope: '/display' }).catch(() => {});
}

/** The lock is lost whenever the page is hidden. */
function stayAwake(): void {
  const lock = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', lock);
  lock();
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

export function startKiosk(): void {
  keepPage();
  stayAwake();
  fillScreen();
  ignoreAccidents();
}
