import type { Texts } from '../../texts.ts';

export const plainHttp: Texts['plainHttp'] = {
  mark: 'INTE KRYPTERAD',
  meaning: 'Andra på nätverket kan läsa pinkoder. Kassaservern behöver https.',
};
