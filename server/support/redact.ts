// What leaves the shop in a support bundle goes through here first (P7): a log may hold more than ours does.
import { withoutSecrets } from '../core/log.ts';

const secret = '[secret]';

/** Names whose values are secret, in a header, a URL, JSON or JSON within JSON. */
const names = [
  '(?:proxy-)?authorization',
  '(?:set-)?cookie',
  'ocp-apim-subscription-key',
  'x-api-key',
  'api_?key',
  'subscription_?key',
  'client_?id',
  'client_?secret',
  '(?:access_?|refresh_?|id_?)?token',
  'pin',
  'password',
].join('|');
const quoted = new RegExp(`(\\\\*["'](?:${names})\\\\*["']\\s*:\\s*\\[?\\s*\\\\*["']).*?(?=\\\\*["'])`, 'gi');
const plain = new RegExp(
  `(\\b(?:${names})\\s*[:=]\\s*)(?!\\[secret])(?:(?:Basic|Bearer)\\s+)?[^\\s"'&,;\\\\]+`,
  'gi',
);
/** A header as it is on the line: everything after its name. */
const header = /(\b(?:proxy-authorization|authorization|set-cookie|cookie)\s*:\s+)[^"'\\]+/gi;

const shapes: readonly [RegExp, string][] = [
  [/\bscrypt\$[\w$=+/-]+/g, secret],
  [/\beyJ[\w-]{8,}(?:\.[\w-]+)*/g, secret],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, `$1${secret}@`],
  // A landing URL of Vipps is as good as the payment that it opens.
  [/(\bhttps?:\/\/[^\s"'?#\\]+)[?#][^\s"'\\]+/gi, `$1?${secret}`],
  [quoted, `$1${secret}`],
  [header, `$1${secret}`],
  [plain, `$1${secret}`],
  // Tokens, keys and their hashes, as we make them.
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, secret],
];

/** @param secrets as they are configured. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = withoutSecrets(text, secrets);
  return shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), known);
}
