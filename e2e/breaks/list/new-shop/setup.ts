// Questions to a new shop, and the file that its answers go into.
import type { Break } from '../../break.ts';

export const setup: readonly Break[] = [
  {
    name: 'The file with the keys can be read by everybody on the machine',
    guards: ['P7', 'new shop'],
    file: 'server/setup/files/save.ts',
    find: 'const mode = 0o600;',
    replace: 'const mode = 0o644;',
    red: { suite: 'unit', files: ['server/setup/command.test.ts'] },
  },
  {
    name: 'A key that is typed into setup is shown',
    guards: ['P7', 'new shop'],
    file: 'server/setup/asking/terminal.ts',
    find: 'output: hidden ? silent() : output',
    replace: 'output',
    red: { suite: 'unit', files: ['server/setup/asking/terminal.test.ts'] },
  },
  {
    name: 'A key with a # behind a space is written so that half of it is a comment',
    guards: ['new shop'],
    file: 'server/setup/files/env-text.ts',
    find: 'ways.find((written) => isReadAs(written, value)) ?? null',
    replace: 'ways[0] ?? null',
    red: { suite: 'unit', files: ['server/setup/files/env-text.test.ts'] },
  },
  {
    name: 'An organisation number with a wrong digit is printed on slips',
    guards: ['new shop'],
    file: 'server/config/merchant/organisation-number.ts',
    find: 'if (!isChecked(digits)) {',
    replace: "if (digits === '') {",
    red: { suite: 'unit', files: ['server/config/merchant/organisation-number.test.ts'] },
  },
  {
    name: 'A tablet is sent to the address of a network of containers',
    guards: ['new shop', 'pairing'],
    file: 'server/core/network/network-addresses.ts',
    find: '.filter(([name]) => !within.test(name))',
    replace: '.filter(([name]) => !elsewhere.test(name))',
    red: { suite: 'unit', files: ['server/core/network/network-addresses.test.ts'] },
  },
  {
    name: 'The code in the terminal is not the address of the display page',
    guards: ['new shop', 'pairing'],
    file: 'server/setup/start/tablet-lines.ts',
    find: "? '/display' : '/trust')",
    replace: "? '/' : '/trust')",
    red: { suite: 'unit', files: ['server/setup/start/tablet-lines.test.ts'] },
  },
];
