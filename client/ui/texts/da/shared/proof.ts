import type { Texts } from '../../texts.ts';

export const proof: Texts['proof'] = {
  title: 'Indtast din pinkode',
  button: 'Fortsæt',
  wrong: 'Pinkoden er ikke rigtig.',
  locked: 'Dit navn er låst efter for mange forkerte pinkoder. En anden leder kan låse det op.',
  back: 'Tilbage',
};
