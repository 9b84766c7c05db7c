// What is said in place of a page that cannot be shown.
export const guard = {
  tooOld: 'Denne nettleseren er for gammel for denne siden. Oppdater den, eller bruk en nyere enhet.',
  broken: {
    title: 'Denne siden har stoppet',
    text: 'Noe gikk galt på denne siden. Det som er betalt, er tatt vare på av kasseserveren. Last siden på nytt.',
  },
  notLoaded: {
    title: 'Siden kunne ikke lastes',
    text: 'Kasseserveren kan ikke nås, eller den oppdateres nå. Last siden på nytt om litt.',
  },
  display: {
    title: 'Et øyeblikk',
    text: 'Skjermen lastes på nytt. Har du nettopp betalt, kan du spørre i kassen.',
  },
  again: 'Last på nytt',
};
