import type { Texts } from '../../texts.ts';

export const plainHttp: Texts['plainHttp'] = {
  mark: 'EI SALATTU',
  meaning: 'Muut verkon käyttäjät voivat lukea PIN-koodeja. Kassapalvelin tarvitsee https-yhteyden.',
};
