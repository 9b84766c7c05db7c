import type { PaymentView } from '../../../server/contract/payments.ts';
import type { Language } from '../../ui/texts/languages.ts';
import { useDrift } from '../kiosk/use-drift.ts';
import { useNewBuild } from '../kiosk/use-new-build.ts';
import { useWaking } from '../kiosk/use-waking.ts';
import { ShopImage } from '../stage/shop-image.tsx';
import { useTexts } from '../texts/texts.ts';
import { Identify } from './identify.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LastMinute } from './last-minute.tsx';
import { TextSize } from './text-size.tsx';

type Props = {
  readonly payment: PaymentView | null;
  /** Until when the customer can go on, by the page's monotonic clock; null when nothing runs out. */
  readonly untilMs: number | null;
  readonly offline: boolean;
  readonly identify: boolean;
  readonly onLanguage: (language: Language) => void;
};

/** Has what is shown lie over the picture; `:has()` would say it, which older tablets do not know. */
function layOver(picture: HTMLElement | null) {
  const display = picture?.closest<HTMLElement>('.display');
  if (!display) return;
  display.dataset['picture'] = '';
  return () => {
    delete display.dataset['picture'];
  };
}

/** The parts of a till's screen that are loaded after those that show the payment. */
export function Extras({ payment, untilMs, offline, identify, onLanguage }: Props) {
  const { till } = useTexts();
  useNewBuild(payment === null, offline);
  useDrift();
  useWaking();
  return (
    <>
      {payment === null && <ShopImage src={till.picture} kind="picture" ref={layOver} />}
      {untilMs !== null && <LastMinute untilMs={untilMs} />}
      <div className="choices" aria-live="off">
        <TextSize payment={payment} />
        <LanguageChoice key={payment?.reference} onChoose={onLanguage} />
      </div>
      {identify && <Identify />}
    </>
  );
}
