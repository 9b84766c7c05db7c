import type { Texts } from '../../texts.ts';

export const proof: Texts['proof'] = {
  title: 'Ange din pinkod',
  button: 'Fortsätt',
  wrong: 'Pinkoden stämmer inte.',
  locked: 'Ditt namn är låst efter för många felaktiga pinkoder. En annan chef kan låsa upp det.',
  back: 'Tillbaka',
};
