// What runs on the page: it opens the steps for this device, and leaves for https once that is trusted.
import { createHash } from 'node:crypto';
import { certificatePath } from './paths.ts';

/**
 * Over https there is nothing to wait for: whoever came so trusts the server, or has said to go on without. A probe says nothing but
 * whether the browser takes the certificate: its answer is not read.
 */
export const script = `(() => {
const { protocol, hostname, port, search, hash } = location;
const agent = navigator.userAgent;
const isPad = /iPhone|iPad/.test(agent) || (/Macintosh/.test(agent) && navigator.maxTouchPoints > 1);
const device = /Android/.test(agent) ? 'android' : isPad ? 'ipad' : /Windows/.test(agent) ? 'windows' : /Macintosh/.test(agent) ? 'mac' : '';
const steps = document.getElementById(device);
if (steps) steps.open = true;
if (protocol !== 'http:') return;
const secure = new URL('https://' + hostname + ':' + (port || 80));
const to = new URL(new URLSearchParams(search).get('to') || '/display', secure);
const target = to.origin === secure.origin ? to : new URL('/display', secure);
if (hash) target.hash = hash;
document.getElementById('waiting').hidden = false;
const look = () => fetch(new URL('${certificatePath}', secure), { method: 'HEAD', mode: 'no-cors', cache: 'no-store' })
  .then(() => location.replace(target), () => setTimeout(look, 2000));
look();
})();`;

export const scriptHash = createHash('sha256').update(script).digest('base64');
