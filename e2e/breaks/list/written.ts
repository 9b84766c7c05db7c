// What people write for us: their files, and the names in them.
import type { Break } from '../break.ts';

export const written: readonly Break[] = [
  {
    name: 'A byte that is no text becomes another letter in silence',
    guards: ['P3', 'launch'],
    file: 'server/core/text-file.ts',
    find: 'new TextDecoder(encoding, { fatal: true })',
    replace: 'new TextDecoder(encoding, { fatal: false })',
    red: { suite: 'unit', files: ['server/config/settings.test.ts', 'server/core/text-file.test.ts'] },
  },
  {
    name: 'A shop whose credentials are misspelt runs the demo',
    guards: ['P3', 'launch'],
    file: 'server/config/settings.ts',
    find: 'if (meant.length > 0) {',
    replace: 'if (meant.length > 4) {',
    red: { suite: 'unit', files: ['server/config/settings.test.ts'] },
  },
  {
    name: 'A shop that misspells how it captures captures at once',
    guards: ['P3'],
    file: 'server/config/files/unknown-names.ts',
    find: "(isMistake(one) ? 'stop' : 'warn')",
    replace: "(isMistake(one) ? 'warn' : 'warn')",
    red: { suite: 'unit', files: ['server/config/files/money-settings.test.ts'] },
  },
  {
    name: 'Vipps is given an address that only the network of the shop knows',
    guards: ['eCom', 'new shop'],
    file: 'server/config/return-addresses.ts',
    find: 'isName && !localName.test(hostname)',
    replace: 'isName',
    red: { suite: 'unit', files: ['server/config/return-addresses.test.ts'] },
  },
  {
    name: 'Calls to Vipps pass by the proxy that is set',
    guards: ['outages'],
    file: 'server/vipps/http/dispatcher.ts',
    find: 'noProxy: proxy.except',
    replace: "noProxy: '*'",
    red: { suite: 'unit', files: ['server/vipps/http/proxy.test.ts'] },
  },
  {
    name: 'A log that PowerShell wrote takes its secrets into a support bundle',
    guards: ['P7'],
    file: 'server/support/last-lines.ts',
    find: "text.replaceAll('\\0', '')",
    replace: 'text',
    red: { suite: 'unit', files: ['server/support/last-lines.test.ts'] },
  },
];
