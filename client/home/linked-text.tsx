import { partsOf } from './linked.ts';

/** A sentence of which the words in brackets lead to `href`. */
export function LinkedText({ text, href }: { readonly text: string; readonly href: string }) {
  const { before, link, after } = partsOf(text);
  return (
    <>
      {before}
      <a href={href}>{link}</a>
      {after}
    </>
  );
}
