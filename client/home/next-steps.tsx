import type { Home } from '../../server/contract/home.ts';
import { TabletAddresses } from '../ui/qr/tablet-addresses.tsx';
import type { HomeTexts } from '../ui/texts/texts.ts';
import { LinkedText } from './linked-text.tsx';

type Props = {
  readonly addresses: Home['tabletAddresses'];
  readonly texts: HomeTexts;
};

/** For the manager of a shop without a display. */
export function NextSteps({ addresses, texts }: Props) {
  const { next } = texts.home;
  return (
    <section className="panel" aria-labelledby="next">
      <h2 id="next">{next.heading}</h2>
      <ol>
        {addresses.length === 0 ? (
          <li>{next.noTablet}</li>
        ) : (
          <li>
            {next.tablet}
            <TabletAddresses addresses={addresses} texts={texts.tablets} />
          </li>
        )}
        <li>
          <LinkedText text={next.staff} href="/staff" />
        </li>
      </ol>
    </section>
  );
}
