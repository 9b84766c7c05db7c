import type { Home } from '../../../server/contract/home.ts';
import type { HomeTexts } from '../texts/texts.ts';
import { QrCode } from './qr-code.tsx';

type Props = {
  readonly addresses: Home['tabletAddresses'];
  readonly texts: HomeTexts['tablets'];
};

/**
 * At which addresses a tablet finds its page, each as text and as a code for its camera. The less likely ones are behind a click, so that
 * no camera takes them for the first.
 */
export function TabletAddresses({ addresses, texts }: Props) {
  const [first, ...others] = addresses;
  return (
    <div className="tablet-addresses">
      {first && <TabletAddress shown={first} texts={texts} />}
      {others.length > 0 && (
        <details>
          <summary>{texts.others}</summary>
          {others.map((one) => (
            <TabletAddress key={one.address} shown={one} texts={texts} />
          ))}
        </details>
      )}
    </div>
  );
}

function TabletAddress({ shown, texts }: { shown: Props['addresses'][number]; texts: Props['texts'] }) {
  return (
    <figure>
      <QrCode href={shown.code} alt={texts.code(shown.address)} />
      <figcaption>{shown.address}</figcaption>
    </figure>
  );
}
