import { expect, test } from 'vitest';
import { spokenLanguages, toggled, withFirst } from './language-list.ts';

test('a shop that has chosen none offers all, that of its first till first', () => {
  expect(spokenLanguages([], 'sv-SE')).toEqual(['sv', 'nb', 'da', 'fi', 'en']);
  expect(spokenLanguages(['fi', 'en'], 'sv-SE')).toEqual(['fi', 'en']);
});

test('a language comes last, and goes again, but for the only one', () => {
  expect(toggled(['nb'], 'en')).toEqual(['nb', 'en']);
  expect(toggled(['nb', 'en'], 'nb')).toEqual(['en']);
  expect(toggled(['nb'], 'nb')).toEqual(['nb']);
});

test('one is put first, and the others keep their order', () => {
  expect(withFirst(['nb', 'da', 'en'], 'en')).toEqual(['en', 'nb', 'da']);
});
