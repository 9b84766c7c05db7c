import type { Texts } from '../../texts.ts';

export const plainHttp: Texts['plainHttp'] = {
  mark: 'IKKE KRYPTERT',
  meaning: 'Andre på nettverket kan lese PIN-koder. Kasseserveren trenger https.',
};
