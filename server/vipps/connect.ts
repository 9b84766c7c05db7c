// One connection to Vipps MobilePay: from configuration to a gateway.
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createEcom } from './ecom.ts';
import { createEpayment } from './epayment.ts';
import { createExchange } from './exchange.ts';
import type { Gateway } from './gateway.ts';
import { createQr } from './qr.ts';
import { createSend, type Observe } from './send.ts';
import { createToken } from './token.ts';

type Settings = Pick<Config, 'api' | 'baseUrl' | 'credentials' | 'systemName' | 'pluginName'> &
  Pick<Config, 'qrImageHosts' | 'fallbackUrl' | 'callbackUrl'>;

type ConnectDeps = { clock: Clock; random: () => number; version: string; observe: Observe };

/**
 * @param line what carries the calls, closed by `close`; by default real connections with the timeouts that Vipps asks for.
 * @returns the gateway, `warmUp` (fetches a token ahead of the first sale; never rejects) and `close`.
 */
export function connectVipps(
  settings: Settings,
  deps: ConnectDeps,
  line = createExchange(),
): { gateway: Gateway; warmUp(): Promise<void>; close(): Promise<void> } {
  const { baseUrl, credentials } = settings;
  const systemHeaders = {
    'Vipps-System-Name': settings.systemName,
    'Vipps-System-Version': deps.version,
    'Vipps-System-Plugin-Name': settings.pluginName,
    'Vipps-System-Plugin-Version': deps.version,
  };
  const { exchange, close } = line;
  const token = createToken({ exchange, baseUrl, credentials, headers: systemHeaders, clock: deps.clock });
  const send = createSend({ ...deps, exchange, baseUrl, token, credentials, systemHeaders });
  const qr = createQr({ send, exchange, imageHosts: settings.qrImageHosts });
  const { merchantSerialNumber } = credentials;
  const { api, fallbackUrl, callbackUrl } = settings;
  const gateway =
    api === 'epayment'
      ? createEpayment({ send, qr })
      : createEcom({ send, qr, merchantSerialNumber, fallbackUrl, callbackUrl });
  const warmUp = () =>
    token.get().then(
      () => undefined,
      () => undefined,
    );
  return { gateway, warmUp, close };
}
