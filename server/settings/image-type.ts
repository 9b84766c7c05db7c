// What kind of picture some bytes are, by how they begin: not by what their sender calls them. Pure.

const kinds: readonly { type: string; begins: (bytes: Buffer) => boolean }[] = [
  {
    type: 'image/png',
    begins: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  },
  { type: 'image/jpeg', begins: (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) },
  {
    type: 'image/webp',
    begins: (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
];

/** @returns null for what no screen could show. SVG is none of them: it can hold programs. */
export const imageType = (bytes: Buffer): string | null =>
  kinds.find(({ begins }) => begins(bytes))?.type ?? null;
