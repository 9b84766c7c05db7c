import { useEffect } from 'react';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import type { HomeTexts } from '../ui/texts/texts.ts';
import { useBrowserTexts } from '../ui/texts/use-texts.ts';
import { LinkedText } from './linked-text.tsx';
import { homeTexts } from './texts.ts';

/** What an address without a page shows, with or without a sign-in. */
export function NotFound() {
  const spoken = useBrowserTexts(homeTexts);
  return spoken ? <Nothing texts={spoken.texts} /> : <NoticePage icon="dots" />;
}

function Nothing({ texts: { notFound } }: { texts: HomeTexts }) {
  const { title, heading, text } = notFound;
  useEffect(() => {
    document.title = `${title} – Tillside`;
  }, [title]);
  return <NoticePage icon="alert" title={heading} text={<LinkedText text={text} href="/" />} />;
}
