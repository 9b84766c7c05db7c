// What keeps an authority of the shop's own to the shop, and devices that trust it with it.
import type { Break } from '../../break.ts';

const authority = 'server/http/tls/authority';
const unit = (name: string) => ({ suite: 'unit', files: [`${authority}/${name}.test.ts`] }) as const;

export const ownAuthority: readonly Break[] = [
  {
    name: 'What a shop’s own authority signs may be for the Internet',
    guards: ['P8'],
    file: `${authority}/authority.ts`,
    find: '[...isAuthority(0), forServers, limits]',
    replace: '[...isAuthority(0), forServers]',
    red: unit('authority'),
  },
  {
    name: 'The key of what tablets trust is kept',
    guards: ['P8'],
    file: `${authority}/authority.ts`,
    find: 'key: issuerKeys.privateKey,',
    replace: 'key: rootKeys.privateKey,',
    red: unit('authority'),
  },
  {
    name: 'Others of the machine can read the shop’s own authority',
    guards: ['P8'],
    file: 'server/core/secret-file.ts',
    find: '{ mode: 0o600,',
    replace: '{ mode: 0o644,',
    red: unit('authority-file'),
  },
  {
    name: 'An authority whose key does not fit is used',
    guards: ['P8'],
    file: `${authority}/authority-file.ts`,
    find: 'if (!issuer.checkPrivateKey(key)) {',
    replace: "if (!issuer.checkPrivateKey(key) && file === '') {",
    red: unit('authority-file'),
  },
  {
    name: 'A machine with a new address goes on without it',
    guards: ['P8'],
    file: `${authority}/own-certificate.ts`,
    find: 'hosts.every((host)',
    replace: 'hosts.some((host)',
    red: unit('own-certificate'),
  },
  {
    name: 'The page that shows how to trust the server leads elsewhere',
    guards: ['P8'],
    file: 'server/pages/trust/trust.ts',
    find: ' || asked?.origin !== origin.origin) {',
    replace: ' || asked === null) {',
    red: { suite: 'unit', files: ['server/pages/trust/trust.test.ts'] },
  },
  {
    name: 'A tablet that trusts the server stays on the page that shows how',
    guards: ['P8'],
    file: 'server/pages/trust/trust.ts',
    find: "'Cross-Origin-Resource-Policy': 'cross-origin',",
    replace: '',
    red: { suite: 'browser', files: ['e2e/access/own-authority.spec.ts'] },
  },
];
