// Runs the simulator alone, for developers of tills.
import { parseArgs } from 'node:util';
import { isLoopback } from './address-for-phones.ts';
import { startSimulator } from './simulator.ts';
import type { Credentials } from './world.ts';

const { env } = process;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { faults: { type: 'boolean', default: false } } });
  const host = env['HOST'] || '127.0.0.1';
  if (values.faults && !isLoopback(host)) {
    console.error(`--faults works for this machine only and is ignored: HOST is ${host}`);
  }
  const simulator = await startSimulator({
    credentials: readCredentials(),
    host,
    port: readPort(),
    faults: values.faults,
  });
  console.log(`Simulator: ${simulator.url}`);
  console.log(`Phone page: ${simulator.phoneUrl}`);
  const stop = () => simulator.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Those of the demo when none are set; a mixture is a mistake. */
function readCredentials(): Credentials {
  const names = ['VIPPS_CLIENT_ID', 'VIPPS_CLIENT_SECRET', 'VIPPS_SUBSCRIPTION_KEY', 'VIPPS_MSN'] as const;
  const [clientId, clientSecret, subscriptionKey, msn] = names.map((name) => env[name]);
  if (clientId && clientSecret && subscriptionKey && msn) {
    return { clientId, clientSecret, subscriptionKey, msn };
  }
  const missing = names.filter((name) => !env[name]);
  if (missing.length < names.length) {
    throw new Error(`Some credentials are set, but not ${missing.join(', ')}; set all of them or none`);
  }
  return {
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
    subscriptionKey: 'demo-key',
    msn: '123456',
  };
}

function readPort(): number {
  const port = Number(env['SIMULATOR_PORT'] || 3001);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`SIMULATOR_PORT is "${env['SIMULATOR_PORT']}"; it takes a port number from 0 to 65535`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
