// How tablets reach the server: by https through a proxy in front, or over plain http.
import { isLoopback } from '../core/loopback.ts';
import type { Settings } from './ask-vipps.ts';
import { checkSetting } from './asking/as-server-says.ts';
import { askUntilGood, choice } from './asking/interview.ts';
import type { Terminal } from './asking/terminal.ts';

const everywhere = '0.0.0.0';

/** @returns what is to be set; what is empty is not to be. */
export async function askNetwork(terminal: Terminal, was: Settings, environment: string): Promise<Settings> {
  const address = {
    text: 'https address that a proxy in front of this server has, such as https://till.shop.example',
    otherwise: was.get('PUBLIC_URL') ?? '',
    mayBeEmpty: true,
    check: (answer: string) => checkSetting('PUBLIC_URL', answer),
  };
  const publicUrl = await askUntilGood(address, terminal);
  if (publicUrl !== '') {
    const proxy = {
      text: 'Address of that proxy, as this server sees it',
      otherwise: was.get('TRUSTED_PROXIES') ?? '127.0.0.1',
      check: (answer: string) => checkSetting('TRUSTED_PROXIES', answer),
    };
    const proxies = await askUntilGood(proxy, terminal);
    return new Map([
      ['PUBLIC_URL', publicUrl],
      ['TRUSTED_PROXIES', proxies],
      ['ALLOW_PLAIN_HTTP', ''],
    ]);
  }
  const host = was.get('HOST') ?? '';
  const isOpen = host === '' ? environment === 'test' : !isLoopback(host);
  const text = 'May tablets reach this server over plain http, where others on the network can read PINs?';
  const isPlain =
    (await askUntilGood(choice(text, ['yes', 'no'], isOpen ? 'yes' : 'no'), terminal)) === 'yes';
  const named = host === '' || isLoopback(host) ? everywhere : host;
  return new Map([
    ['PUBLIC_URL', ''],
    ['HOST', isPlain ? named : ''],
    ['ALLOW_PLAIN_HTTP', isPlain && environment === 'production' ? 'yes' : ''],
  ]);
}
