// What each language says on the page.
/** Steps, each a sentence or two, after what there is to download. @param name as a device lists the certificate. */
export type Steps = (name: string) => readonly string[];

export type TrustTexts = {
  heading: string;
  intro: string;
  waiting: string;
  goOn: string;
  compare: string;
  another: string;
  code: (address: string) => string;
  certificate: string;
  profile: string;
  tablets: string;
  android: Steps;
  ipad: Steps;
  windows: Steps;
  mac: Steps;
};
