import type { Texts } from '../../texts.ts';

export const common: Texts['common'] = {
  timeLeft: (time) => `${time} igjen`,
  connecting: 'Kobler til',
  demo: { mark: 'DEMO', meaning: 'Ingen ekte penger' },
  test: { mark: 'TEST', meaning: 'Ingen ekte penger' },
  noAccess: {
    title: 'Ingen tilgang',
    text: 'Du er ikke logget inn her, eller har ikke tilgang til denne kassen.',
  },
};
