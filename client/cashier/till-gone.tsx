import { useHome } from '../ui/api/use-home.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import type { CashierTexts } from '../ui/texts/texts.ts';

type Props = { readonly title: string; readonly text: string; readonly texts: CashierTexts };

/** Where no payment can be taken at this address (any more): the tills at which the person can go on. */
export function TillGone({ title, text, texts: { trouble } }: Props) {
  const { data: home } = useHome();
  const tills = home?.tills ?? [];
  return (
    <NoticePage icon="alert" title={title} text={text}>
      {tills.length > 0 && (
        <nav className="other-tills" aria-labelledby="other-tills">
          <p id="other-tills">{trouble.otherTills}</p>
          {tills.map(({ id, name }) => (
            <a key={id} href={`/cashier/${encodeURIComponent(id)}`}>
              {name}
            </a>
          ))}
        </nav>
      )}
    </NoticePage>
  );
}
