import type { Texts } from '../../texts.ts';

export const tablets: Texts['tablets'] = {
  title: 'Adresse til tablets',
  code: (address) => `QR-kode: ${address}`,
  others: 'Andre adresser, hvis tabletten ikke finder denne',
};
