// What the cashier reads about the displays of the till.
export const displays = {
  title: 'Displays',
  none: 'No display is paired with this till.',
  pairedAt: (when: string, by: string) => `Paired ${when} by ${by}`,
  seen: {
    label: 'Last seen',
    connecting: 'Connecting…',
    never: 'never',
    now: 'now',
    minutes: (count: number) => `${count} min ago`,
    hours: (count: number) => `${count} h ago`,
    days: (count: number) => (count === 1 ? 'yesterday' : `${count} days ago`),
  },
  lacks: {
    https: 'Opened over plain http: if it restarts while the server is away, it has no page to show.',
    page: 'If it restarts while the server is away, it has no page to show. Does it trust the certificate?',
    lock: 'It stays awake by a video only. Better set the tablet never to sleep.',
    awake: 'It may fall asleep. Touch it once, or set the tablet never to sleep.',
  },
  identify: 'Identify',
  identified: 'It shows the name of this till for 10 seconds.',
  cutOff: 'Cut off',
  cutOffQuestion: 'Cut off this display? It stops showing this till at once.',
  cutOffYes: 'Yes, cut off',
  cutOffNo: 'Keep it',
  gone: 'This display has been cut off already.',
  old: 'The list could not be refreshed.',
  add: 'Add a display',
  addHow:
    'Open the address below on the tablet, or scan it with the camera. The tablet then shows a code: enter it here.',
  addNowhere:
    'No tablet can reach this server yet: set HOST or PUBLIC_URL where it runs, and start it again. Then open /display on the tablet.',
  addInDemo: 'In the demo, a screen on this machine pairs itself: open /display in another window.',
  code: 'Code on the tablet',
  codeRule: 'A code has 6 digits.',
  pair: 'Pair',
  paired: 'The display is paired with this till.',
  noSuchCode: 'No tablet shows this code. Check it: a tablet shows a new one every five minutes.',
  waiting: (count: number) =>
    count === 1
      ? '1 tablet shows a code that nobody has entered.'
      : `${count} tablets show a code that nobody has entered.`,
  clear: 'Clear the codes',
  cleared: 'The codes are cleared. A tablet that is still there shows a new one.',
};
