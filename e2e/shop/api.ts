// Calls of the shop's API.

/** As a browser holds it. */
export type Cookie = { name: string; value: string; url: string };

/** @returns with the first cookie that the answer sets, whose name is empty when it sets none. */
export async function callApi(
  url: string,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
  signal: AbortSignal | null = null,
): Promise<{ status: number; etag: string | null; text: string; cookie: Cookie }> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    signal,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const [name = '', value = ''] = (answer.headers.getSetCookie()[0] ?? '').split(/[=;]/);
  const { status } = answer;
  return {
    status,
    etag: answer.headers.get('etag'),
    text: await answer.text(),
    cookie: { name, value, url },
  };
}
