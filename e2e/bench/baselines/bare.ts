// The least that a server in Node can do: it holds each poll for its second, and asks Vipps about each order once a second. It does
// not know who asks, reads no answer, keeps nothing, and says nothing.
import { createServer } from 'node:http';
import { Agent } from 'undici';

const { BASELINE_UPSTREAM = '', BASELINE_HEADERS = '{}', BASELINE_CONNECTIONS = '' } = process.env;
const headers: Record<string, string> = JSON.parse(BASELINE_HEADERS);
const everyMs = 1_000;
const etag = '"the same"';
const vipps = new Agent({ connections: Number(BASELINE_CONNECTIONS), keepAliveTimeout: 30_000 });
const watched = new Set<string>();

function look(path: string): void {
  vipps.dispatch(
    { origin: BASELINE_UPSTREAM, path, method: 'GET', headers },
    {
      onRequestStart() {},
      onResponseStart() {},
      onResponseData() {},
      onResponseEnd() {},
      onResponseError: (_controller, error) => console.error(error),
    },
  );
}

const server = createServer((request, response) => {
  const { url = '' } = request;
  if (!watched.has(url)) {
    watched.add(url);
    setInterval(look, everyMs, url);
  }
  const isNew = request.headers['if-none-match'] !== etag;
  const answer = () => response.writeHead(isNew ? 200 : 304, { ETag: etag, 'Content-Length': 0 }).end();
  if (isNew) answer();
  else setTimeout(answer, everyMs);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`Bare: http://127.0.0.1:${typeof address === 'object' ? address?.port : ''} `);
});
