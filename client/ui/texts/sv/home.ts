import type { Texts } from '../texts.ts';

export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/tablets.ts';

export const home: Texts['home'] = {
  cashier: 'Kassa',
  display: 'Kundskärm',
  demo: 'Här flyttas inga pengar. Öppna kassan och kundskärmen bredvid varandra, slå in ett belopp och ta betalt, och spela kund på [den simulerade telefonen].',
  next: {
    heading: 'Så här går du vidare',
    tablet:
      'Öppna adressen nedan på surfplattan som är vänd mot kunden, eller skanna den med kameran. Då visar surfplattan en kod: skriv in den i kassan, under Kundskärmar.',
    noTablet:
      'Ingen surfplatta når den här servern ännu: ange HOST eller PUBLIC_URL där den körs och starta den igen. Öppna sedan /display på surfplattan som är vänd mot kunden och skriv in koden som den visar i kassan, under Kundskärmar.',
    staff: 'Låt andra logga in: lägg till dem under [Personal].',
  },
};

export const notFound: Texts['notFound'] = {
  title: 'Hittades inte',
  heading: 'Här finns ingenting',
  text: 'Kontrollera adressen eller börja från [listan över kassor].',
};
