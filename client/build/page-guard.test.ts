import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { languages } from '../ui/texts/languages.ts';
import { guardScript, readGuard } from './page-guard.ts';

const script = guardScript(readGuard('client'));

test('the guard is read by browsers that know no modules', () => {
  expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
  expect(() => parse('const a = () => 1', { ecmaVersion: 5 })).toThrow('const');
});

test('the guard brings its texts in every language', () => {
  for (const language of languages) expect(script).toContain(`"${language}":{"tooOld":`);
});
