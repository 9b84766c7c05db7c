// What a first version of a till server does: it hands each screen's question on to Vipps, or its answer of up to a second ago.
import express, { type Response } from 'express';
import { Agent, request } from 'undici';

const {
  BASELINE_UPSTREAM = '',
  BASELINE_HEADERS = '{}',
  BASELINE_CONNECTIONS = '',
  BASELINE_CACHE_MS = '0',
} = process.env;
const headers: Record<string, string> = JSON.parse(BASELINE_HEADERS);
const cacheMs = Number(BASELINE_CACHE_MS);
const dispatcher = new Agent({ connections: Number(BASELINE_CONNECTIONS), keepAliveTimeout: 30_000 });

type Answer = { status: number; body: string };
const kept = new Map<string, { atMs: number; answer: Promise<Answer> }>();
let asked = 0;

async function ask(path: string): Promise<Answer> {
  asked += 1;
  const answer = await request(BASELINE_UPSTREAM + path, { headers, dispatcher });
  return { status: answer.statusCode, body: await answer.body.text() };
}

/** Those who ask while an answer is on its way wait for the same one. */
function askAtMostEvery(path: string): Promise<Answer> {
  const known = kept.get(path);
  const nowMs = performance.now();
  if (known !== undefined && nowMs - known.atMs < cacheMs) return known.answer;
  const answer = ask(path);
  kept.set(path, { atMs: nowMs, answer });
  return answer;
}

/** A page that polls as the plugins of web shops do: every 2 s, from the browser. */
const page = `<!doctype html><title>A page that polls every 2 s</title><body data-state="open"><script type="module">
const path = new URLSearchParams(location.search).get('path');
const poll = async () => {
  const { transactionLogHistory: log } = await (await fetch(path)).json();
  if (log.some(({ operation, operationSuccess }) => operation === 'RESERVE' && operationSuccess)) document.body.dataset.state = 'approved';
};
setInterval(poll, 2000);
</script>`;

const send = (response: Response, { status, body }: Answer) =>
  response.status(status).type('application/json').send(body);

const app = express();
app.get('/page', (_request, response) => response.type('html').send(page));
app.get('/asked', (_request, response) => response.json(asked));
app.use(async (request, response) => {
  send(response, await (cacheMs > 0 ? askAtMostEvery : ask)(request.url));
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`Forwarder: http://127.0.0.1:${typeof address === 'object' ? address?.port : ''} `);
});
