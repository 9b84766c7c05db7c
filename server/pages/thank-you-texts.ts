// What a customer's phone shows when Vipps sends it back. Whether money has moved is not known there: the screen at the till shows it.
import type { PageLanguage } from './page-language.ts';

type Text = { heading: string; text: string };

export const thankYouTexts = {
  en: {
    heading: 'You can go back to the till',
    text: 'The screen at the till shows how it went. You can close this page.',
  },
  nb: {
    heading: 'Du kan gå tilbake til kassen',
    text: 'Skjermen i kassen viser hvordan det gikk. Du kan lukke denne siden.',
  },
  da: {
    heading: 'Du kan gå tilbage til kassen',
    text: 'Skærmen ved kassen viser, hvordan det gik. Du kan lukke denne side.',
  },
  sv: {
    heading: 'Du kan gå tillbaka till kassan',
    text: 'Skärmen i kassan visar hur det gick. Du kan stänga den här sidan.',
  },
  fi: {
    heading: 'Voit palata kassalle',
    text: 'Kassan näyttö kertoo, miten kävi. Voit sulkea tämän sivun.',
  },
} as const satisfies Readonly<Record<PageLanguage, Text>>;
