import type { Texts } from '../../texts.ts';

export const tablets: Texts['tablets'] = {
  title: 'Adress för surfplattor',
  code: (address) => `QR-kod: ${address}`,
  others: 'Andra adresser, om surfplattan inte hittar den här',
};
