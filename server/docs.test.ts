// That what the documents point to is there, and that the README stays short enough to be read.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md', { cwd: root }),
].map((file) => file.replaceAll('\\', '/'));

/** Where the links and pictures of a document lead to in this repository. */
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

/** The anchors that a Markdown file's headings have on the web. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The links of a document that lead nowhere. */
function brokenLinks(document: string, text: string): string[] {
  return linksIn(text).filter((target) => {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? document : normalize(join(dirname(document), path));
    if (!existsSync(join(root, file))) return true;
    return anchor !== undefined && !(file.endsWith('.md') && anchorsOf(read(file)).includes(anchor));
  });
}

describe('of the documents', () => {
  test('each link leads to a file, and to a heading in it', () => {
    expect(documents).toEqual(expect.arrayContaining(['docs/rules.md', 'docs/decisions/README.md']));
    expect(documents.flatMap((file) => linksIn(read(file))).length).toBeGreaterThan(200);
    const broken = documents.flatMap((file) =>
      brokenLinks(file, read(file)).map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('each decision is in the index', () => {
    const decisions = documents.filter((file) => /\/\d{4}-[^/]+$/.test(file)).map((file) => file.slice(15));
    const listed = linksIn(read('docs/decisions/README.md')).filter((target) => /^\d{4}-/.test(target));
    expect(listed.toSorted()).toEqual(decisions.toSorted());
  });

  test('the README has at most 140 lines', () => {
    expect(read('README.md').split('\n').length - 1).toBeLessThanOrEqual(140);
  });
});

test.each([
  ['a file that is not there', '[a](server/missing.ts)'],
  ['a folder that is not there', 'see [a](../missing/)'],
  ['a heading that is not there', '[a](rules.md#missing)'],
  ['a heading of its own that is not there', '[a](#missing)'],
  ['a heading in what has none', '[a](../package.json#scripts)'],
  ['a picture that is not there', '![a](missing.png)'],
])('a link to %s is seen', (_, text) => {
  expect(brokenLinks('docs/http.md', text)).toHaveLength(1);
});

test('a link to what is there is none of them', () => {
  const text =
    '[a](rules.md#the-rules) [b](../server/core/) [c](#errors) [d](https://shop.example/x) [e](../README.md)';
  expect(brokenLinks('docs/http.md', text)).toEqual([]);
});
