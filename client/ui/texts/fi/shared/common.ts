import type { Texts } from '../../texts.ts';

export const common: Texts['common'] = {
  timeLeft: (time) => `${time} jäljellä`,
  connecting: 'Yhdistetään',
  demo: { mark: 'DEMO', meaning: 'Ei oikeaa rahaa' },
  test: { mark: 'TESTI', meaning: 'Ei oikeaa rahaa' },
  noAccess: {
    title: 'Ei käyttöoikeutta',
    text: 'Et ole kirjautunut sisään, tai sinulla ei ole oikeutta tähän kassaan.',
  },
};
