import { Icon } from '../../ui/parts/icon.tsx';
import { useBrowserTexts } from '../../ui/texts/use-texts.ts';
import { displayTexts } from '../texts/texts.ts';

type Props = { readonly offline?: boolean; readonly slowed?: boolean };

/** While there is nothing to be shown yet: a mark without words, unless it takes long. */
export function Connecting({ offline = false, slowed = false }: Props) {
  const texts = useBrowserTexts(displayTexts, offline || slowed)?.texts;
  const text = slowed ? texts?.display.pairing.slowed : texts?.common.connecting;
  return (
    <main className="display" data-state="connecting" data-offline={offline ? '' : undefined}>
      <p className="pill connecting">{text ?? <Icon name="dots" />}</p>
    </main>
  );
}
