import type { Failure } from '../api/api.ts';
import type { Texts } from '../texts/texts.ts';

type Props = { readonly failure: Failure | null; readonly texts: Pick<Texts, 'access' | 'pages'> };

/** Why a page of managers shows nothing. */
export function StaffTrouble({ failure, texts: { access, pages } }: Props) {
  return (
    <div role="alert">
      {failure === 'not_allowed' && (
        <section className="warning">
          <h2>{pages.managersOnly.title}</h2>
          <p>{pages.managersOnly.text}</p>
        </section>
      )}
      {failure && failure !== 'not_allowed' && <p className="warning">{access.errors[failure]}</p>}
    </div>
  );
}
