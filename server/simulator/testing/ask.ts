import { request } from 'undici';

export type Asked = {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
};
export type Answered = { status: number; headers: Headers; text: string };

/**
 * One request over a real socket, which follows no redirect. Not by `fetch`: its streams take longer than all the rest of it, and
 * most tests have nothing to do but to ask.
 */
export async function ask(
  url: string | URL,
  { method = 'GET', headers, ...more }: Asked = {},
): Promise<Answered> {
  const sent = { accept: '*/*', ...headers };
  const answer = await request(url, { method: method as 'GET', headers: sent, ...more });
  const fields = Object.entries(answer.headers).flatMap(([name, values = []]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  return { status: answer.statusCode, headers: new Headers(fields), text: await answer.body.text() };
}
