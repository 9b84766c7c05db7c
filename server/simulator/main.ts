// Runs the simulator alone, for developers of tills.
import { parseArgs } from 'node:util';
import { addFrom, findEnvFile } from '../core/env-files.ts';
import { isLoopback } from '../core/loopback.ts';
import { readEnvironment } from './environment.ts';
import { startSimulator } from './simulator.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { faults: { type: 'boolean', default: false } } });
  const file = findEnvFile('.');
  if (file !== null) addFrom(file, process.env);
  const options = readEnvironment(process.env);
  if (values.faults && !isLoopback(options.host)) {
    console.error(`--faults works for this machine only and is ignored: HOST is ${options.host}`);
  }
  const simulator = await startSimulator({ ...options, faults: values.faults });
  console.log(`Simulator: ${simulator.url}`);
  console.log(`Phone page: ${simulator.phoneUrl}`);
  const stop = () => simulator.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
