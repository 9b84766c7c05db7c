import type { Texts } from '../../texts.ts';

export const common: Texts['common'] = {
  timeLeft: (time) => `${time} tilbage`,
  connecting: 'Forbinder',
  demo: { mark: 'DEMO', meaning: 'Ingen rigtige penge' },
  test: { mark: 'TEST', meaning: 'Ingen rigtige penge' },
};
