import { useSignInPage } from '../api/session.ts';
import type { Texts } from '../texts/texts.ts';

/** Says on every page of staff that others on the network can read what is typed there, as long as they can. */
export function PlainHttpBanner({ texts: { mark, meaning } }: { texts: Texts['plainHttp'] }) {
  const { data: server } = useSignInPage();
  if (!server?.plainHttp) return null;
  return (
    <p className="environment">
      <b>{mark}</b>
      {meaning}
    </p>
  );
}
