// What is said in place of a page that cannot be shown.
export const guard = {
  tooOld: 'Den här webbläsaren är för gammal för sidan. Uppdatera den, eller använd en nyare enhet.',
  broken: {
    title: 'Sidan har stannat',
    text: 'Något gick fel på sidan. Det som har betalats finns kvar på kassaservern. Ladda sidan igen.',
  },
  notLoaded: {
    title: 'Sidan kunde inte laddas',
    text: 'Kasservern kan inte nås, eller så uppdateras den. Ladda sidan igen om en stund.',
  },
  display: {
    title: 'Ett ögonblick',
    text: 'Skärmen laddas igen. Har du just betalat kan du fråga i kassan.',
  },
  again: 'Ladda igen',
};
