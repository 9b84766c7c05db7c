// What every answer tells browsers about how careful to be with it.
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const nothing = ["'none'"];
const ours = ["'self'"];

/** The pages need none of these, so nothing that gets into one can have them either. */
const permissions = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
];
const permissionsPolicy = permissions.map((name) => `${name}=()`).join(', ');

/** @param isHttps whether the shop has given this server an https address: then browsers should insist on it. */
export function createHeaders(isHttps: boolean): RequestHandler {
  const security = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': nothing,
        'base-uri': nothing,
        'form-action': nothing,
        'frame-ancestors': nothing,
        'script-src': ours,
        'style-src': ours,
        'img-src': [...ours, 'data:'],
        'font-src': ours,
        'connect-src': ours,
        'manifest-src': ours,
        'worker-src': ours,
        'require-trusted-types-for': ["'script'"],
        // The one that registers the display's service worker; whatever gets into a page can make no other.
        'trusted-types': ['tillside'],
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
  });
  const fixed = new Map([...headersOf(security), ['Permissions-Policy', permissionsPolicy]]);
  return (_request, response, next) => {
    response.setHeaders(fixed);
    next();
  };
}

/** What a middleware sets whatever is asked; asked of it once, because it works it all out anew for each answer. */
function headersOf(middleware: ReturnType<typeof helmet>): [string, string][] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  middleware(response.req, response, (error) => {
    if (error !== undefined) throw error;
  });
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

/** Of an image that a browser may show but never run, even when it is opened on its own. @param name without an extension. */
export const imageHeaders = (name: string) => ({
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': `inline; filename="${name}"`,
});
