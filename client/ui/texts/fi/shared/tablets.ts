import type { Texts } from '../../texts.ts';

export const tablets: Texts['tablets'] = {
  title: 'Osoite tableteille',
  code: (address) => `QR-koodi: ${address}`,
  others: 'Muut osoitteet, jos tabletti ei löydä tätä',
};
