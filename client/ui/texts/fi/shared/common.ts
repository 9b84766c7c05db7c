import type { Texts } from '../../texts.ts';

export const common: Texts['common'] = {
  timeLeft: (time) => `${time} jäljellä`,
  connecting: 'Yhdistetään',
  demo: { mark: 'DEMO', meaning: 'Ei oikeaa rahaa' },
  test: { mark: 'TESTI', meaning: 'Ei oikeaa rahaa' },
};
