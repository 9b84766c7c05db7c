import { useEffect } from 'react';
import type { PaymentView, TillView } from '../../server/contract/payments.ts';
import { useLazy } from '../ui/base/use-lazy.ts';
import type { Language } from '../ui/texts/languages.ts';
import { useLoadedTexts } from '../ui/texts/use-texts.ts';
import { type Deadlines, nextDeadlineMs } from '../ui/till/deadlines.ts';
import { EnvironmentBanner } from '../ui/till/environment-banner.tsx';
import { TillProvider } from '../ui/till/till-context.tsx';
import { useTill } from '../ui/till/use-till.ts';
import { asDisplay } from './as-display.ts';
import { Connecting } from './connection/connecting.tsx';
import { reconnectingTo } from './connection/connection.ts';
import { useLanguage } from './extras/use-language.ts';
import { isUnpaired } from './pairing/device.ts';
import { sceneOf } from './scenes/scenes.ts';
import { Progress } from './stage/progress.tsx';
import { ShopImage } from './stage/shop-image.tsx';
import { Stage } from './stage/stage.tsx';
import { displayTexts, useTexts } from './texts/texts.ts';
import { useAbandoned } from './use-abandoned.ts';
import { useResult } from './use-result.ts';

type Props = { readonly tillId: string; readonly onUnpaired: () => void };

/** The customer's screen for one till; `onUnpaired` is called when this tablet is not its display any more. */
export function Display({ tillId, onUnpaired }: Props) {
  const { till, payment, deadlines, identify, failure } = useTill(tillId, asDisplay);
  const isOver = isUnpaired(failure);
  useEffect(() => {
    if (isOver) onUnpaired();
  }, [isOver, onUnpaired]);
  if (!till || isOver) return <Connecting offline={failure !== null && !isOver} />;
  return (
    <TillScreen
      till={till}
      current={payment}
      deadlines={deadlines}
      identify={identify}
      offline={failure !== null}
    />
  );
}

type ScreenProps = {
  readonly till: TillView;
  readonly current: PaymentView | null;
  readonly deadlines: Deadlines | null;
  readonly identify: boolean;
  readonly offline: boolean;
};

/** What the till shows, in the language of the till or of its customer. */
function TillScreen({ till, current, deadlines, identify, offline }: ScreenProps) {
  const payment = useResult(current);
  const [language, choose] = useLanguage(till, payment);
  const spoken = useLoadedTexts(displayTexts, language);
  const abandoned = useAbandoned(payment, deadlines, offline);
  if (!spoken || abandoned) return <Connecting offline={offline} />;
  return (
    <TillProvider till={till} spoken={spoken}>
      <Screen
        payment={payment}
        deadlines={deadlines}
        identify={identify}
        offline={offline}
        onLanguage={choose}
      />
    </TillProvider>
  );
}

type Shown = {
  readonly payment: PaymentView | null;
  readonly deadlines: Deadlines | null;
  readonly identify: boolean;
  readonly offline: boolean;
  readonly onLanguage: (language: Language) => void;
};

function Screen({ payment, deadlines, identify, offline, onLanguage }: Shown) {
  const { till, texts, language, app, money } = useTexts();
  const untilMs = payment && nextDeadlineMs(payment, deadlines);
  // Few shops sign subscribers up, so that their scenes come after what every tablet shows.
  const signUps = useLazy('sign-ups', () => import('./scenes/subscription-scenes.ts'));
  const later = useLazy('extras', () => import('./extras/extras.tsx'));
  const idleText = till.idleText[language];
  const sceneTexts = { display: texts.display, app, money, idleText };
  const scene = sceneOf(payment, sceneTexts, signUps?.subscriptionScenes ?? null);
  return (
    <main
      className="display"
      aria-live="polite"
      data-state={payment?.state ?? 'idle'}
      data-tone={scene.tone}
      data-offline={offline ? '' : undefined}
    >
      <EnvironmentBanner />
      <header className="shop">
        <ShopImage src={till.logo} kind="logo" />
        <b>{till.seller?.name ?? till.name}</b>
        <Connection payment={payment} offline={offline} />
      </header>
      <Stage scene={scene} payment={payment} untilMs={untilMs} />
      <Progress done={scene.stepsDone} />
      {later && (
        <later.Extras
          payment={payment}
          untilMs={untilMs}
          offline={offline}
          identify={identify}
          onLanguage={onLanguage}
        />
      )}
    </main>
  );
}

function Connection({ payment, offline }: { payment: PaymentView | null; offline: boolean }) {
  const { texts, app } = useTexts();
  const whom = reconnectingTo(payment, offline);
  if (!whom) return null;
  return (
    <span className="pill" data-tone="warn">
      {whom === 'server' ? texts.display.reconnecting : texts.display.reconnectingTo(app)}
    </span>
  );
}
