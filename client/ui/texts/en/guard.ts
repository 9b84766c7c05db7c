// What is said in place of a page that cannot be shown.
export const guard = {
  tooOld: 'This browser is too old for this page. Update it, or use a newer device.',
  broken: {
    title: 'This page has stopped',
    text: 'Something went wrong on this page. What has been paid is kept by the till server. Load the page again.',
  },
  notLoaded: {
    title: 'This page could not be loaded',
    text: 'The till server cannot be reached, or it is being updated. Load the page again in a moment.',
  },
  display: {
    title: 'One moment, please',
    text: 'This screen is being loaded again. If you have just paid, ask at the till.',
  },
  again: 'Load again',
};
