import type { Texts } from '../../texts.ts';

export const tablets: Texts['tablets'] = {
  title: 'Adresse for nettbrett',
  code: (address) => `QR-kode: ${address}`,
  others: 'Andre adresser, hvis nettbrettet ikke finner denne',
};
