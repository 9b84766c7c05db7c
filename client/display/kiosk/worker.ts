// The display's service worker: the page and its files are kept, so that a reload without a server shows "connecting" rather than
// the browser's error page. The build puts the list of files before this.
import { cacheName, kindOf, outdated } from './worker-requests.ts';

declare const __SHELL__: { readonly build: string; readonly page: string; readonly files: readonly string[] };

type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
type Installing = Lasting & { addRoutes?: (rules: object) => Promise<void> };
type Fetching = Event & { readonly request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(on: 'install', act: (event: Installing) => void): void;
  addEventListener(on: 'activate', act: (event: Lasting) => void): void;
  addEventListener(on: 'fetch', act: (event: Fetching) => void): void;
};
const worker = self as unknown as Worker;

const patienceMs = 3_000;
const own = () => caches.open(cacheName(__SHELL__.build));

async function install(): Promise<void> {
  await (await own()).addAll([__SHELL__.page, ...__SHELL__.files]);
  // The page that is open keeps its files, and loads the new ones when it is idle.
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const old = outdated(await caches.keys(), __SHELL__.build);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The newest page; the one that was kept while the server is away, broken or too slow. */
async function page(request: Request): Promise<Response> {
  const asked = fetch(request);
  const late = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null));
  const answer = await Promise.race([asked, late]).catch(() => null);
  if (answer !== null && answer.status < 500) return answer;
  return (await (await own()).match(__SHELL__.page)) ?? asked;
}

const file = async (request: Request) => (await caches.match(request)) ?? fetch(request);

worker.addEventListener('install', (event) => {
  // A browser that knows this does not even wake the worker for the poll of every second.
  const api = { condition: { urlPattern: '/api/*' }, source: 'network' };
  event.waitUntil(Promise.all([install(), event.addRoutes?.(api)]));
});
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const kind = kindOf(event.request, location.origin);
  if (kind !== null) event.respondWith(kind === 'page' ? page(event.request) : file(event.request));
});
