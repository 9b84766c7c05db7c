// The customer's screen: its sizes, its code, its tablet, its languages.
import type { Break } from '../break.ts';

export const display: readonly Break[] = [
  {
    name: 'The code grows beyond the room that is left for it',
    guards: ['display sizes'],
    file: 'client/display/stage/stage-layouts.css',
    find: 'max(68vmin, min(77vmin, 50vw))',
    replace: 'max(80vmin, min(77vmin, 50vw))',
    red: {
      suite: 'browser',
      files: ['e2e/display/sizes.spec.ts'],
      title: 'nothing scrolls, is cut off or covers the code',
    },
  },
  {
    name: 'The code is smaller than half of a narrow screen',
    guards: ['display sizes'],
    file: 'client/display/stage/stage.css',
    find: 'max(68vmin, min(84vw, 50vh))',
    replace: '48vmin',
    red: {
      suite: 'browser',
      files: ['e2e/display/sizes.spec.ts'],
      title: 'the code is read off every screen, at least half as wide as its short edge',
    },
  },
  {
    name: 'On a low screen a long text pushes the amount out of sight',
    guards: ['scanned'],
    file: 'client/display/stage/stage-layouts.css',
    find: '-webkit-line-clamp: 2',
    replace: '-webkit-line-clamp: 9',
    red: { suite: 'browser', files: ['e2e/display/scanned.spec.ts'] },
  },
  {
    name: 'The card of the code is half as wide around it as a reader needs',
    guards: ['QR'],
    file: 'client/ui/qr/quiet-zone.ts',
    find: 'modulesNeeded = 4',
    replace: 'modulesNeeded = 2',
    red: {
      suite: 'browser',
      files: ['e2e/display/qr.spec.ts'],
      title: 'the QR on the screen says what Vipps gave, at every size',
    },
  },
  {
    name: 'The code is painted a little after its card',
    guards: ['QR'],
    file: 'client/ui/qr/preload-code.ts',
    find: 'prepared?.href === href ? prepared.padding : null',
    replace: 'null',
    red: {
      suite: 'browser',
      files: ['e2e/display/qr.spec.ts'],
      title: 'the display shows the code at once when it comes',
    },
  },
  {
    name: 'The code is painted pale',
    guards: ['QR readers'],
    file: 'client/ui/qr/qr-code.css',
    find: 'image-rendering: pixelated;',
    replace: 'image-rendering: pixelated; opacity: 0.6;',
    red: { suite: 'browser', files: ['e2e/display/qr-readers.spec.ts'] },
  },
  {
    name: 'A new build is loaded in the middle of a payment',
    guards: ['kiosk'],
    file: 'client/display/kiosk/use-new-build.ts',
    find: 'old && isIdle && !offline',
    replace: 'old && !offline',
    red: {
      suite: 'browser',
      files: ['e2e/display/kiosk.spec.ts'],
      title: 'a new build is loaded once the till is idle, never during a payment',
    },
  },
  {
    name: 'A code stays on the screen for as long as the server is away',
    guards: ['P1', 'kiosk'],
    file: 'client/display/use-abandoned.ts',
    find: 'return abandoned && offline',
    replace: 'return abandoned && !offline',
    red: {
      suite: 'browser',
      files: ['e2e/display/kiosk.spec.ts'],
      title: 'a code leaves the screen after its time although the server is away',
    },
  },
  {
    name: 'A tablet whose clock stood still while it slept shows the last customer again',
    guards: ['P1', 'sleep'],
    file: 'client/display/kiosk/use-waking.ts',
    find: ', now.wallMs - since.wallMs)',
    replace: ')',
    red: {
      suite: 'browser',
      files: ['e2e/display/sleep.spec.ts'],
      title: 'a tablet that slept through the end of a sale never shows it again',
    },
  },
  {
    name: 'The next customer reads the language of the one before',
    guards: ['languages'],
    file: 'client/display/extras/use-customer-choice.ts',
    find: "before.state === 'approved' && now.reference !== before.reference",
    replace: 'false',
    red: {
      suite: 'browser',
      files: ['e2e/counter/languages.spec.ts'],
      title: 'a customer reads another language after a tap, and the next one the language of the till',
    },
  },
  {
    name: 'A tablet that was cut off goes on showing the sale',
    guards: ['P8', 'pairing'],
    file: 'client/display/pairing/device.ts',
    find: "failure === 'not_signed_in' || failure === 'not_allowed'",
    replace: "failure === 'not_allowed'",
    red: {
      suite: 'browser',
      files: ['e2e/counter/pairing.spec.ts'],
      title: 'a tablet that is cut off, and a copy of its cookie',
    },
  },
];
