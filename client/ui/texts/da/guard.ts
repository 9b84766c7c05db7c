// What is said in place of a page that cannot be shown.
export const guard = {
  tooOld: 'Denne browser er for gammel til denne side. Opdater den, eller brug en nyere enhed.',
  broken: {
    title: 'Siden er gået i stå',
    text: 'Noget gik galt på denne side. Det, der er betalt, er gemt på kasseserveren. Indlæs siden igen.',
  },
  notLoaded: {
    title: 'Siden kunne ikke indlæses',
    text: 'Kasseserveren kan ikke nås, eller den er ved at blive opdateret. Indlæs siden igen om lidt.',
  },
  display: {
    title: 'Et øjeblik',
    text: 'Skærmen indlæses igen. Har du lige betalt, kan du spørge ved kassen.',
  },
  again: 'Indlæs igen',
};
