/** How a name is set as big as fits: on how many lines, and how many characters the longest of them may have. */
export function linesFor(name: string): { readonly characters: number; readonly lines: number } {
  const words = name.trim().split(/\s+/);
  const longest = Math.max(...words.map((word) => word.length));
  const lines = Math.min(words.length, 3);
  // A line holds a bit more than its share, as words do not break where it would be even.
  const share = lines === 1 ? longest : Math.ceil((name.trim().length / lines) * 1.2);
  return { characters: Math.max(longest, share), lines };
}
