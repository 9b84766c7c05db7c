import type { Texts } from '../../texts.ts';

export const common: Texts['common'] = {
  timeLeft: (time) => `${time} igjen`,
  connecting: 'Kobler til',
  demo: { mark: 'DEMO', meaning: 'Ingen ekte penger' },
  test: { mark: 'TEST', meaning: 'Ingen ekte penger' },
};
