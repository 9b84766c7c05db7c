// What a call on the line is: its name, the order that it is about, and the key by which Vipps knows it from another.
import type { ApiCall } from '../../simulator/control/call-counts.ts';
import type { Api } from '../../vipps/gateway.ts';
import type { Exchange } from '../../vipps/http/connection.ts';

type Call = Parameters<Exchange>[0];

/** Calls by method and path. A stop and a release are cancels, of an agreement and of its charge. */
const names: Readonly<Record<string, ApiCall>> = {
  'POST /accesstoken/get': 'token',
  'POST /qr/v1': 'qr',
  'GET /generate/{file}': 'image',

  'POST /ecomm/v2/payments': 'initiate',
  'GET /ecomm/v2/payments/{order}/details': 'details',
  'POST /ecomm/v2/payments/{order}/capture': 'capture',
  'PUT /ecomm/v2/payments/{order}/cancel': 'cancel',
  'POST /ecomm/v2/payments/{order}/refund': 'refund',
  'POST /order-management/v2/ecom/receipts/{order}': 'receipt',

  'POST /epayment/v1/payments': 'initiate',
  'GET /epayment/v1/payments/{order}': 'details',
  'GET /epayment/v1/payments/{order}/events': 'events',
  'POST /epayment/v1/payments/{order}/capture': 'capture',
  'POST /epayment/v1/payments/{order}/cancel': 'cancel',
  'POST /epayment/v1/payments/{order}/refund': 'refund',

  'POST /recurring/v3/agreements': 'initiate',
  'GET /recurring/v3/agreements/{order}': 'details',
  'PATCH /recurring/v3/agreements/{order}': 'cancel',
  'GET /recurring/v3/agreements/{order}/charges/{charge}': 'charge',
  'GET /recurring/v3/agreements/{order}/charges': 'charge',
  'GET /recurring/v3/charges/{order}': 'find',
  'POST /recurring/v3/agreements/{order}/charges/{charge}/capture': 'capture',
  'DELETE /recurring/v3/agreements/{order}/charges/{charge}': 'cancel',
  'POST /recurring/v3/agreements/{order}/charges/{charge}/refund': 'refund',
  'POST /order-management/v2/recurring/receipts/{order}': 'receipt',
};

const routes = Object.entries(names).map(([route, name]) => ({
  pattern: new RegExp(`^${route.replace('{order}', '(?<order>[^/]+)').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  name,
}));

/** Calls of one order a minute that Vipps takes: each API guide's "Rate limiting". The others have none that is known. */
const limits: Readonly<Record<Api, Partial<Record<ApiCall, number>>>> = {
  ecom: { initiate: 2, details: 120, capture: 5, cancel: 5, refund: 5 },
  epayment: { initiate: 5, details: 120, events: 120, capture: 5, cancel: 5, refund: 5 },
  recurring: { details: 120, charge: 10, find: 100, capture: 5, cancel: 5, refund: 5 },
};
const apis: Readonly<Record<string, Api>> = { ecomm: 'ecom', epayment: 'epayment', recurring: 'recurring' };

/** What Vipps calls the orders that a call makes. */
const orderInBody = /"(?:orderId|reference|externalId)":"([^"]+)"/;

export type Named = {
  call: ApiCall;
  /** As the call itself names it; null where it names none: the token, the QR and its image. */
  order: string | null;
  /** By which Vipps tells a repeat from another. */
  key: string | null;
  /** What is counted together: a charge alone has another limit than among all charges of its agreement. */
  stream: string;
  /** How many of them an order may have in a minute. */
  limit: number | null;
};

export function nameOf({ method, path, headers, body }: Call): Named {
  const [pathname = ''] = path.split('?');
  const asked = `${method} ${pathname}`;
  for (const { pattern, name: call } of routes) {
    const found = pattern.exec(asked);
    if (found === null) continue;
    const api = apis[pathname.split('/')[1] ?? ''];
    const inBody = call === 'initiate' ? orderInBody.exec(body ?? '')?.[1] : undefined;
    return {
      call,
      stream: call === 'charge' ? asked : call,
      order: found.groups?.['order'] ?? inBody ?? null,
      key: headers['Idempotency-Key'] ?? headers['X-Request-Id'] ?? null,
      limit: (api && limits[api][call]) ?? null,
    };
  }
  throw new Error(`the line does not know ${asked}`);
}
