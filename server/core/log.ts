// The log: JSON lines on standard error, from which secrets are removed, whatever code logs them (P7).
import pino, { type Logger } from 'pino';

const secret = '[secret]';
/** Whatever is logged under these names, at the top or one below it. */
const names = [
  'pin',
  'token',
  'key',
  'authorization',
  'cookie',
  'clientSecret',
  'client_secret',
  'subscriptionKey',
];
const paths = names.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]);

/** Shorter values, such as an MSN, would hide half the log; none of the secrets is. */
const shortest = 8;

/**
 * @param secrets as they are configured.
 * @returns the text without any of them, and without what is sent as an authorization or a cookie.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((one) => one.length >= shortest);
  const cleaned = known.reduce((rest, one) => rest.replaceAll(one, secret), text);
  return cleaned
    .replace(/\bBearer +[\w.~+/=-]+/gi, `Bearer ${secret}`)
    .replace(/\b(tillside_(?:session|device|display)=)[\w-]+/g, `$1${secret}`);
}

/**
 * @param level one of pino's, or `silent`.
 * @param secrets are taken out of every line, wherever they stand.
 * @param write takes each line.
 */
export function createLog(level: string, secrets: readonly string[], write: (line: string) => void): Logger {
  const redact = { paths, censor: secret };
  return pino({ level, redact }, { write: (line) => write(withoutSecrets(line, secrets)) });
}
