// From the first question of the setup to the first sale, a backup and its way back, with the commands of the package alone.
import { credentials, manager } from '../shop/accounts.ts';
import { callApi } from '../shop/api.ts';
import { VippsHost } from '../shop/programs/vipps-host.ts';
import { Phone, Vipps } from '../shop/vipps.ts';
import { becomesTrue } from '../shop/waiting.ts';
import { npmIn, require, type Started, seconds, start } from './shop-folder.ts';

const till = '1';
const sale = { amount: { value: 4_200, currency: 'NOK' } };
/** As the questions are put; what is empty is what a shop without a proxy leaves so. */
const shop = ['NO', 'Kaffebaren', '974760673', 'Storgata 1, 0155 Oslo', 'en', 'NOK'];
const answers = ['test', ...Object.values(credentials), ...shop, 'none', 'ecom'];

/** Makes the manager, pairs a display, sells and has the customer approve. */
async function sell({ url, out }: Started, vipps: Vipps): Promise<void> {
  const [, token = ''] = /set-up#(\S+)/.exec(out()) ?? [];
  const { cookie } = await callApi(url, 'POST', '/set-up', { token, ...manager }, {});
  const signedIn = { cookie: `${cookie.name}=${cookie.value}` };
  const tablet = await callApi(url, 'POST', '/display', {}, {});
  const { code } = JSON.parse(tablet.text);
  const paired = await callApi(url, 'POST', `/tills/${till}/displays`, { code }, signedIn);
  require(paired.status === 201, `no display was paired: ${paired.text}`);
  const sold = await callApi(url, 'POST', `/tills/${till}/payments`, sale, signedIn);
  require(sold.status === 201, `nothing was sold: ${sold.text}`);
  const { phoneUrl } = await vipps.order(JSON.parse(sold.text).reference);
  await new Phone().act(phoneUrl, 'approve');
  const shown = { cookie: `${tablet.cookie.name}=${tablet.cookie.value}` };
  const isPaid = async () => {
    const { text } = await callApi(url, 'GET', `/tills/${till}/payment`, undefined, shown);
    return JSON.parse(text).payment?.state === 'approved';
  };
  require(await becomesTrue(isPaid, 10_000), 'the display does not say that it is paid');
}

/** @param called what npx is given for the package; what the setup tells to go on with has to name it. */
export async function firstSale(cwd: string, called: string): Promise<void> {
  const host = new VippsHost(credentials);
  const vippsUrl = await host.begin();
  const here = { VIPPS_BASE_URL: vippsUrl };
  const command = (words: string[], input = '') => {
    const ended = npmIn(cwd, ['exec', '--yes', '--', called, ...words], input, here);
    require(ended.status === 0, `npx ${called} ${words.join(' ')}:\n${ended.out}${ended.said}`);
    return ended.out;
  };
  try {
    const beganMs = performance.now();
    const asked = command(['setup'], answers.map((line) => `${line}\n`).join(''));
    require(asked.includes('accepts the keys'), `the keys were not tried out:\n${asked}`);
    require(asked.includes(`npx ${called} doctor `), `what comes next is not called so:\n${asked}`);
    const setUp = seconds(beganMs);
    let server = await start(cwd, [called], 'set-up#', here);
    await sell(server, new Vipps(vippsUrl));
    console.log(`npx ${called} setup to the first sale: ${seconds(beganMs)}, of it setup ${setUp}`);
    require(command(['doctor']).includes('\n'), 'the doctor says nothing');
    const [, backup = ''] = /(\S+\.db)/.exec(command(['backup'])) ?? [];
    await server.end();
    command(['restore', backup]);
    server = await start(cwd, [called], 'display http', here);
    // A restore ends all sessions.
    const { cookie } = await callApi(server.url, 'POST', '/session', manager, {});
    const signedIn = { cookie: `${cookie.name}=${cookie.value}` };
    const { text } = await callApi(server.url, 'GET', `/payments?till=${till}`, undefined, signedIn);
    require(JSON.parse(text).payments?.length === 1, `the sale is not there after the restore: ${text}`);
    await server.end();
  } finally {
    await host.end();
  }
}
