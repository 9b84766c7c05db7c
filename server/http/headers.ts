// What every answer tells browsers about how careful to be with it.
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const nothing = ["'none'"];
const ours = ["'self'"];

/** The pages need none of these, but displays the first, so nothing that gets into one can have them either. */
const permissions = [
  'autoplay',
  'accelerometer',
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
const permissionsPolicy = (autoplay: '' | 'self') =>
  permissions.map((name) => `${name}=(${name === 'autoplay' ? autoplay : ''})`).join(', ');

/** @param media from where a page may play something. */
const securityOf = (isHttps: boolean, media: readonly string[]) =>
  helmet({
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
        'media-src': media,
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

/** A display that cannot lock its screen stays awake by a video that its script holds. */
const isDisplay = (path: string) => /^\/display(\/|$)/.test(path);

/** @param isHttps whether the shop has given this server an https address: then browsers should insist on it. */
export function createHeaders(isHttps: boolean): RequestHandler {
  const headersWith = (media: readonly string[], autoplay: '' | 'self') =>
    new Map([...headersOf(securityOf(isHttps, media)), ['Permissions-Policy', permissionsPolicy(autoplay)]]);
  const usual = headersWith(nothing, '');
  const ofDisplays = headersWith(['data:'], 'self');
  return (request, response, next) => {
    response.setHeaders(isDisplay(request.path) ? ofDisplays : usual);
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
