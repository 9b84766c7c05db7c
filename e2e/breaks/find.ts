// Finding the text that a break replaces, also after the source has been formatted anew.

const patternOf = (find: string) =>
  new RegExp(
    find
      .split(/\s+/)
      .map((word) => RegExp.escape(word))
      .join('\\s+'),
    'g',
  );

/** How often a text stands in a source; any white space stands for any other. */
export function countIn(source: string, find: string): number {
  return [...source.matchAll(patternOf(find))].length;
}

/** @returns the source with the one place changed; null when the text stands there more than once, or not at all. */
export function replaceOnce(source: string, find: string, replace: string): string | null {
  return countIn(source, find) === 1 ? source.replace(patternOf(find), () => replace) : null;
}
