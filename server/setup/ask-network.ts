// How tablets reach the server: over https of one kind or another, over plain http, or not at all.
import { isLoopback } from '../core/loopback.ts';
import { isLocalHost } from '../core/network/local-hosts.ts';
import type { Settings } from './ask-vipps.ts';
import { checkSetting } from './asking/as-server-says.ts';
import { askUntilGood, choice } from './asking/interview.ts';
import type { Terminal } from './asking/terminal.ts';

const everywhere = '0.0.0.0';

const ways = {
  auto: 'https with a certificate of its own, which each tablet trusts once: recommended',
  certificate: 'https with the certificate in TLS_CERT',
  proxy: 'https by a proxy in front of this server',
  plain: 'plain http, where others on the network can read PINs',
  none: 'not at all: this machine alone',
} as const;

type Way = keyof typeof ways;

const hasCertificate = (was: Settings) => was.has('TLS_CERT') && was.has('TLS_KEY');

/** What is set already. */
function wayNow(was: Settings): Way {
  if (was.get('TLS') === 'auto') return 'auto';
  if (hasCertificate(was)) return 'certificate';
  if (was.has('PUBLIC_URL')) return 'proxy';
  const host = was.get('HOST');
  if (host === undefined) return 'auto';
  return isLoopback(host) ? 'none' : 'plain';
}

async function askForWay(terminal: Terminal, was: Settings): Promise<Way> {
  const offered = (Object.keys(ways) as Way[]).filter((way) => way !== 'certificate' || hasCertificate(was));
  terminal.say('How do tablets reach this server?');
  for (const way of offered) terminal.say(`  ${way.padEnd('certificate'.length)}   ${ways[way]}`);
  return (await askUntilGood(choice('One of these', offered, wayNow(was)), terminal)) as Way;
}

async function askForProxy(terminal: Terminal, was: Settings): Promise<Settings> {
  const address = {
    text: 'https address that the proxy has, such as https://till.shop.example',
    otherwise: was.get('PUBLIC_URL') ?? null,
    check: (answer: string) => checkSetting('PUBLIC_URL', answer),
  };
  const publicUrl = await askUntilGood(address, terminal);
  const proxy = {
    text: 'Address of that proxy, as this server sees it',
    otherwise: was.get('TRUSTED_PROXIES') ?? '127.0.0.1',
    check: (answer: string) => checkSetting('TRUSTED_PROXIES', answer),
  };
  return new Map([
    ['PUBLIC_URL', publicUrl],
    ['TRUSTED_PROXIES', await askUntilGood(proxy, terminal)],
  ]);
}

/** The name or address that the shop has given the server, as far as its own authority can sign for it. */
function ownUrl(was: Settings): string {
  const url = URL.parse(was.get('PUBLIC_URL') ?? '');
  return url?.protocol === 'https:' && isLocalHost(url.hostname) ? url.origin : '';
}

/** @returns what is to be set; what is empty is not to be. */
export async function askNetwork(terminal: Terminal, was: Settings, environment: string): Promise<Settings> {
  const way = await askForWay(terminal, was);
  const host = was.get('HOST') ?? '';
  const open = ['HOST', host === '' || isLoopback(host) ? everywhere : host] as const;
  const without = (...names: string[]) => names.map((name) => [name, ''] as const);
  const noCertificate = without('TLS_CERT', 'TLS_KEY');
  switch (way) {
    case 'auto': {
      const url = ['PUBLIC_URL', ownUrl(was)] as const;
      return new Map([
        ['TLS', 'auto'],
        open,
        url,
        ...noCertificate,
        ...without('TRUSTED_PROXIES', 'ALLOW_PLAIN_HTTP'),
      ]);
    }
    case 'certificate':
      return new Map([open, ...without('TLS', 'ALLOW_PLAIN_HTTP')]);
    case 'proxy':
      return new Map([...(await askForProxy(terminal, was)), ...without('TLS', 'ALLOW_PLAIN_HTTP')]);
    case 'plain': {
      const allowed = environment === 'production' ? 'yes' : '';
      return new Map([
        open,
        ['ALLOW_PLAIN_HTTP', allowed],
        ...noCertificate,
        ...without('TLS', 'PUBLIC_URL'),
      ]);
    }
    case 'none':
      return new Map([...noCertificate, ...without('TLS', 'PUBLIC_URL', 'HOST', 'ALLOW_PLAIN_HTTP')]);
  }
}
