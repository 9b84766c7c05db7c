import { describe, expect, test } from 'vitest';
import { sentencesIn } from '../../testing/all-texts.ts';
import { languages } from './languages.ts';
import { terms } from './terms.ts';
import { exceptions } from './terms-exceptions.ts';

describe.each(languages)('in %s', async (language) => {
  const sentences = [...(await sentencesIn(language))];
  const { never, use } = terms[language];

  test('no sentence uses a word that another one stands for, but for those that are listed', () => {
    const found = sentences.filter(([, text]) => never.some(([word]) => word.test(text)));
    expect(found.map(([path]) => path).sort()).toEqual([...exceptions[language]].sort());
  });

  test('[P1] that no money was taken is said in the words of the list', () => {
    const phrase = use['no money taken'] ?? '';
    expect(sentences.find(([path]) => path === 'display.expired.text')?.[1]).toContain(phrase);
  });
});
