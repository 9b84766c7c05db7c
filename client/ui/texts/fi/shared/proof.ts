import type { Texts } from '../../texts.ts';

export const proof: Texts['proof'] = {
  title: 'Anna PIN-koodisi',
  button: 'Jatka',
  wrong: 'PIN-koodi on väärin.',
  locked: 'Nimesi on lukittu liian monen väärän PIN-koodin vuoksi. Toinen esihenkilö voi avata sen.',
  back: 'Takaisin',
};
