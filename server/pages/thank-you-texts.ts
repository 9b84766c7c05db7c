// What a customer's phone shows when Vipps sends it back. Whether money has moved is not known there: the screen at the till shows it.

type Text = { name: string; heading: string; text: string };

export const thankYouTexts = {
  en: {
    name: 'English',
    heading: 'You can go back to the till',
    text: 'The screen at the till shows how it went. You can close this page.',
  },
  nb: {
    name: 'Norsk',
    heading: 'Du kan gå tilbake til kassen',
    text: 'Skjermen i kassen viser hvordan det gikk. Du kan lukke denne siden.',
  },
  da: {
    name: 'Dansk',
    heading: 'Du kan gå tilbage til kassen',
    text: 'Skærmen ved kassen viser, hvordan det gik. Du kan lukke denne side.',
  },
  sv: {
    name: 'Svenska',
    heading: 'Du kan gå tillbaka till kassan',
    text: 'Skärmen i kassan visar hur det gick. Du kan stänga den här sidan.',
  },
  fi: {
    name: 'Suomi',
    heading: 'Voit palata kassalle',
    text: 'Kassan näyttö kertoo, miten kävi. Voit sulkea tämän sivun.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type ThankYouLanguage = keyof typeof thankYouTexts;
