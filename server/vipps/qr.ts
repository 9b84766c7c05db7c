// The QR API: a landing URL becomes a one-time payment QR, whose image is fetched here so that tablets talk to us alone.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isLoopback } from '../core/loopback.ts';
import type { Presented, QrImage } from './gateway.ts';
import type { Exchange } from './http/connection.ts';
import { VippsInvalidResponse, VippsUnavailable } from './http/errors.ts';
import type { Send } from './http/request.ts';
import { lifeSchema } from './lifetime.ts';

const maxImageBytes = 512 * 1024;
/** In characters, as names have it (RFC 1035, 2.3.4), with room for a port. */
const longestHost = 260;

/** How the image comes: drawn at any size, or in pixels for displays that show no SVG. */
export const qrFormats = ['svg', 'png'] as const;
export type QrFormat = (typeof qrFormats)[number];
/** As large as a code is on the largest display. Vipps draws 100 to 2000. */
export const pngSizePx = 1_000;

const accepts = {
  svg: { accept: 'image/svg+xml' },
  png: { accept: 'image/png', size: String(pngSizePx) },
} as const;

/** In all, whatever is said of a code: 5 minutes to open it, and 5 more to approve (Vipps' knowledge base, "Timeouts"). */
export const paymentLifeMs = 10 * 60_000;
const answerSchema = z.object({
  url: z.url(),
  expiresIn: lifeSchema({ name: 'expiresIn', otherwiseS: 5 * 60, mostS: paymentLifeMs / 1000 }),
});

/** A host without a port means the ordinary one, as in `URL.host`. */
function isAllowed(host: string, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some((allowed) =>
    allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed,
  );
}

/** True when the image may be fetched from there: https from an allowed host, or plain http from an allowed loopback one. */
export function mayFetchImage(url: URL, allowedHosts: readonly string[]): boolean {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return false;
  if (url.username !== '' || url.password !== '') return false;
  return isAllowed(url.host, allowedHosts);
}

/** @returns why the image is not fetched; an address that names no host is not one that anybody could allow. */
function notFetched(url: URL, call: Call, allowedHosts: readonly string[]): VippsInvalidResponse {
  const host = url.host.slice(0, longestHost);
  if (host === '' || isAllowed(host, allowedHosts)) {
    return new VippsInvalidResponse(
      `QR image at an address of a kind that is not allowed: ${url.protocol}`,
      call,
    );
  }
  const said = `QR image on a host that VIPPS_QR_IMAGE_HOSTS does not allow: ${host}`;
  return new VippsInvalidResponse(said, { ...call, refusedHost: host });
}

function readImage(call: Call, answer: Awaited<ReturnType<Exchange>>): QrImage {
  const where = { ...call, status: answer.status };
  // A redirect is not followed: it could lead anywhere.
  if (answer.status !== 200) throw new VippsInvalidResponse(`QR image: HTTP ${answer.status}`, where);
  const contentType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'image/svg+xml' && contentType !== 'image/png') {
    throw new VippsInvalidResponse('QR image: neither SVG nor PNG', where);
  }
  const png = answer.bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  if (png !== (contentType === 'image/png') || answer.bytes.length === 0) {
    throw new VippsInvalidResponse('QR image: not what its type says', where);
  }
  return { contentType, bytes: answer.bytes };
}

type Call = { method: 'GET'; path: string; requestId: string };

export type Qr = {
  /**
   * Landing URL -> QR image and how long it can be scanned. Safe to repeat.
   * @throws VippsRejected, VippsUnavailable or VippsInvalidResponse.
   */
  present(landingUrl: string, signal?: AbortSignal): Promise<Presented>;
  /** The image behind a link that Vipps gave. @throws as `present`; also, with `refusedHost`, for a host that is not allowed. */
  fetchImage(url: URL, signal?: AbortSignal): Promise<QrImage>;
};

export function createQr(deps: {
  send: Send;
  exchange: Exchange;
  imageHosts: readonly string[];
  format: QrFormat;
}): Qr {
  async function fetchImage(url: URL, signal?: AbortSignal): Promise<QrImage> {
    const call: Call = { method: 'GET', path: url.pathname, requestId: randomUUID() };
    if (!mayFetchImage(url, deps.imageHosts)) throw notFetched(url, call, deps.imageHosts);
    // The image has no authentication, so it gets none of our headers.
    const get = () =>
      deps.exchange({
        ...call,
        origin: url.origin,
        path: url.pathname + url.search,
        headers: { accept: 'image/svg+xml, image/png' },
        maxBytes: maxImageBytes,
        signal,
      });
    const first = await get().catch((error: unknown) => {
      if (error instanceof VippsUnavailable && !signal?.aborted) return null;
      throw error;
    });
    const passing = first === null || first.status >= 500;
    return readImage(call, passing ? await get() : first);
  }

  return {
    fetchImage,
    async present(landingUrl, signal) {
      const answer = await deps.send({
        method: 'POST',
        path: '/qr/v1',
        name: 'qr',
        headers: accepts[deps.format],
        body: { url: landingUrl },
        retries: 1,
        signal,
        schema: answerSchema,
      });
      const image = await fetchImage(new URL(answer.url), signal);
      return { image, expiresInMs: answer.expiresIn * 1000 };
    },
  };
}
