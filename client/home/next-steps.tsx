import type { HomeTexts } from '../ui/texts/texts.ts';
import { LinkedText } from './linked-text.tsx';

type Props = {
  /** Where a tablet finds the server; null while it cannot. */
  readonly address: string | null;
  readonly texts: HomeTexts['home']['next'];
};

/** For the manager of a shop without a display. */
export function NextSteps({ address, texts }: Props) {
  return (
    <section className="panel" aria-labelledby="next">
      <h2 id="next">{texts.heading}</h2>
      <ol>
        <li>{address === null ? texts.noTablet : texts.tablet(address)}</li>
        <li>
          <LinkedText text={texts.staff} href="/staff" />
        </li>
      </ol>
    </section>
  );
}
