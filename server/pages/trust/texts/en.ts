import type { TrustTexts } from './types.ts';

export const en: TrustTexts = {
  heading: 'Let this device trust the till',
  intro:
    'The till’s server proves who it is with a certificate of the shop’s own. A device that trusts it, once, has a secure connection: nobody on the network can read along, and a display keeps its screen on. The certificate counts on the shop’s network alone, not on the Internet.',
  waiting: 'As soon as this device trusts it, this page goes on by itself.',
  goOn: 'Go on',
  compare:
    'Compare first: where the server was started, the same fingerprint (SHA-256) is shown. If it is another one, install nothing.',
  another: 'For another device, scan this code or open:',
  code: (address) => `Code of ${address}`,
  certificate: 'Download the certificate',
  profile: 'Download the profile',
  tablets: 'iPad and iPhone',
  android: () => [
    'This page should be open in Chrome. If it asks, keep the file.',
    'Open the device’s settings and search there for “CA certificate”. It lies under Security and privacy › More security settings › Encryption and credentials › Install a certificate.',
    'Choose “CA certificate”, go on past the warning, and choose the file tillside.crt. Some devices want a screen lock first.',
    'Android then says that the network may be monitored, as it does of every certificate that somebody has added.',
  ],
  ipad: (name) => [
    'This page should be open in Safari. Allow the download.',
    'Open Settings › Profile Downloaded, and choose Install.',
    `Open Settings › General › About. At the very bottom, in Certificate Trust Settings, switch on “${name}”.`,
  ],
  windows: () => [
    'Open the file and choose “Install Certificate”, then “Current User”.',
    'Choose “Place all certificates in the following store”, “Browse”, and “Trusted Root Certification Authorities”.',
    'Finish, and answer the question with Yes. Close the browser and open it again.',
  ],
  mac: (name) => [
    'Open the file: Keychain Access adds it.',
    `Double-click “${name}” there, open “Trust”, and choose “Always Trust”.`,
    'Close the window and enter the password of the Mac.',
  ],
};
