// The QR API's one-time payment QR: https://developer.vippsmobilepay.com/docs/APIs/qr-api/
import { type Request, Router } from 'express';
import { z } from 'zod';
import { gatewayDialect, gatewayRefusal, qrDialect, qrProblem } from '../gateway/errors.ts';
import { answerRefusals, callerOf, checkCall, readBody } from '../gateway/gateway.ts';
import { isPayable } from '../orders/order.ts';
import type { Order } from '../orders/types.ts';
import { hasSalesUnit, originOf, type World } from '../world.ts';
import { drawPng, drawSvg } from './image.ts';

const defaultSizePx = 800;
const sizeSchema = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.int().min(100).max(2000));
const bodySchema = z.object({ url: z.string() });

const formats = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/*': 'png',
  'text/targeturl': 'targetUrl',
} as const;

export type QrFormat = (typeof formats)[keyof typeof formats];

export function qrRoutes(world: World): Router {
  const router = Router();
  router.use(checkCall(world, qrDialect), readBody(qrDialect));
  router.post('/', world.screen('qr', qrDialect), (request, response) => {
    const format = readFormat(request);
    const sizePx = readSize(request);
    const order = readOrder(request, world);
    const expiresIn = Math.floor((order.expiresAtMs - world.now()) / 1000);
    response.json({ url: qrLink(request, world, order, format, sizePx), expiresIn });
  });
  router.use(answerRefusals(qrDialect));
  return router;
}

/** The link to the image of an order's QR, or what the QR holds. `sizePx` is for PNG only. */
export function qrLink(
  request: Request,
  world: World,
  order: Order,
  format: QrFormat,
  sizePx: number,
): string {
  if (format === 'targetUrl') return world.phoneUrl(request, order);
  const url = `${originOf(request)}/generate/qr.${format}?id=${order.imageId}`;
  return format === 'png' ? `${url}&size=${sizePx}` : url;
}

/** The images behind the links, for anyone who has the link and until the payment has run out. */
export function qrImageRoutes(world: World): Router {
  const router = Router();
  router.get('/generate/:file', world.screen('image', gatewayDialect), async (request, response) => {
    const { file } = request.params;
    const order = world.ledger.findByImage(String(request.query['id']));
    if (order === undefined || world.now() >= order.expiresAtMs)
      throw gatewayRefusal(404, 'Resource not found');
    const link = world.phoneUrl(request, order);
    response.set('Cache-Control', 'no-store');
    if (file === 'qr.svg') {
      response.type('image/svg+xml').send(await drawSvg(link));
    } else if (file === 'qr.png') {
      const size = sizeSchema.safeParse(request.query['size']);
      response.type('image/png').send(await drawPng(link, size.data ?? defaultSizePx));
    } else {
      throw gatewayRefusal(404, 'Resource not found');
    }
  });
  return router;
}

function readFormat(request: Request): QrFormat {
  for (const part of (request.get('Accept') ?? '').split(',')) {
    const type = part.split(';')[0]?.trim().toLowerCase();
    const known = Object.entries(formats).find(([name]) => name === type);
    if (known !== undefined) return known[1];
  }
  throw qrProblem(415, 'Unsupported Media Type', `Accept must be one of ${Object.keys(formats).join(', ')}`);
}

function readSize(request: Request): number {
  const header = request.get('Size');
  if (header === undefined) return defaultSizePx;
  const size = sizeSchema.safeParse(header);
  if (!size.success) throw qrDialect.invalid('Size', 'The field Size must be between 100 and 2000.');
  return size.data;
}

function readOrder(request: Request, world: World): Order {
  const body = bodySchema.safeParse(request.body);
  if (!body.success) throw qrDialect.invalid('Url', 'The Url field is required.');
  const link = URL.parse(body.data.url.trim());
  const isLandingPage = link?.pathname.endsWith('/deeplink/vippsgateway') ?? false;
  const token = link?.searchParams.get('token') ?? '';
  const found = isLandingPage ? world.ledger.findByToken(token) : undefined;
  // A landing page of somebody else's order is none.
  const order = found !== undefined && hasSalesUnit(callerOf(request, world), found.msn) ? found : undefined;
  if (order !== undefined && world.now() >= order.expiresAtMs) {
    throw qrProblem(400, 'Order timeout', 'Payment has already timed out');
  }
  if (order === undefined || !isPayable(order, world.now())) {
    throw qrProblem(400, 'Validation error', 'Supplied landing page token is not valid');
  }
  return order;
}
