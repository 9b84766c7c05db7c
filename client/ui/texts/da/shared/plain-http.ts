import type { Texts } from '../../texts.ts';

export const plainHttp: Texts['plainHttp'] = {
  mark: 'IKKE KRYPTERET',
  meaning: 'Andre på netværket kan læse pinkoder. Kasseserveren skal bruge https.',
};
