// The environment of our programs in tests that start one.
import { fileURLToPath } from 'node:url';

/** With it compiled code is kept from one start to the next: most of a start is compiling. */
export const forPrograms: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../node_modules/.cache/tillside/tests', import.meta.url)),
};
