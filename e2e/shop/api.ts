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
): Promise<{ status: number; text: string; cookie: Cookie }> {
  const answer = await fetch(`${url}/api${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const [name = '', value = ''] = (answer.headers.getSetCookie()[0] ?? '').split(/[=;]/);
  return { status: answer.status, text: await answer.text(), cookie: { name, value, url } };
}
