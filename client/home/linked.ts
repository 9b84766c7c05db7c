/** The parts of a sentence in which brackets stand around the words that are a link. */
export function partsOf(sentence: string): { before: string; link: string; after: string } {
  const [, before = sentence, link = '', after = ''] = /^(.*)\[(.+)\](.*)$/.exec(sentence) ?? [];
  return { before, link, after };
}
