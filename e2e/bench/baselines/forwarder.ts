// A baseline: a till server that forwards the poll of each screen to Vipps.
import express, { type Response } from 'express';
import { Agent, request } from 'undici';

const { BASELINE_UPSTREAM = '', BASELINE_HEADERS = '{}' } = process.env;
const headers: Record<string, string> = JSON.parse(BASELINE_HEADERS);
/** As many connections to Vipps as our server has, so that no poll waits for one. */
const connections = 400;
const dispatcher = new Agent({ connections, keepAliveTimeout: 30_000 });

type Answer = { status: number; body: string };
let asked = 0;

async function ask(path: string): Promise<Answer> {
  asked += 1;
  const answer = await request(BASELINE_UPSTREAM + path, { headers, dispatcher });
  return { status: answer.statusCode, body: await answer.body.text() };
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
  send(response, await ask(request.url));
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`Forwarder: http://127.0.0.1:${typeof address === 'object' ? address?.port : ''} `);
});
