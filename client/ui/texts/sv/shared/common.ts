import type { Texts } from '../../texts.ts';

export const common: Texts['common'] = {
  timeLeft: (time) => `${time} kvar`,
  connecting: 'Ansluter',
  demo: { mark: 'DEMO', meaning: 'Inga riktiga pengar' },
  test: { mark: 'TEST', meaning: 'Inga riktiga pengar' },
};
