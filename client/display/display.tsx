import type { PaymentView } from '../../server/contract.ts';
import { type Deadlines, nextDeadlineMs } from '../ui/deadlines.ts';
import { EnvironmentBanner } from '../ui/environment-banner.tsx';
import { NoticePage } from '../ui/notice-page.tsx';
import { textsFor } from '../ui/texts/texts.ts';
import { TillProvider, useWords } from '../ui/till-context.tsx';
import { useTill } from '../ui/use-till.ts';
import { reconnectingTo } from './connection.ts';
import { Progress } from './progress.tsx';
import { sceneOf } from './scenes.ts';
import { Stage } from './stage.tsx';
import { useResult } from './use-result.ts';

/** The customer's screen for one till. */
export function Display({ tillId }: { tillId: string }) {
  const { till, payment, deadlines, failure } = useTill(tillId);
  const texts = textsFor(navigator.language);
  if (failure === 'not_found') return <NoticePage icon="alert" {...texts.unknownTill} />;
  if (failure === 'not_signed_in' || failure === 'not_allowed') {
    return <NoticePage icon="alert" {...texts.noAccess} />;
  }
  if (!till) return <Connecting text={texts.connecting} offline={failure !== null} />;
  return (
    <TillProvider till={till}>
      <TillScreen current={payment} deadlines={deadlines} offline={failure !== null} />
    </TillProvider>
  );
}

function Connecting({ text, offline }: { text: string; offline: boolean }) {
  return (
    <main className="display" data-state="connecting" data-offline={offline ? '' : undefined}>
      <p className="pill connecting">{text}</p>
    </main>
  );
}

type ScreenProps = { current: PaymentView | null; deadlines: Deadlines | null; offline: boolean };

function TillScreen({ current, deadlines, offline }: ScreenProps) {
  const { till, texts, app, money } = useWords();
  const payment = useResult(current);
  const scene = sceneOf(payment, { display: texts.display, app, money });
  return (
    // A finger resting on the tablet must not open a menu over the QR.
    <main
      className="display"
      data-state={payment?.state ?? 'idle'}
      data-tone={scene.tone}
      data-offline={offline ? '' : undefined}
      onContextMenu={(event) => event.preventDefault()}
    >
      <EnvironmentBanner />
      <header className="shop">
        <b>{till.name}</b>
        <Connection payment={payment} offline={offline} />
      </header>
      <Stage scene={scene} payment={payment} untilMs={payment && nextDeadlineMs(payment, deadlines)} />
      <Progress done={scene.stepsDone} />
    </main>
  );
}

function Connection({ payment, offline }: { payment: PaymentView | null; offline: boolean }) {
  const { texts, app } = useWords();
  const whom = reconnectingTo(payment, offline);
  if (!whom) return null;
  return (
    <span className="pill" data-tone="warn">
      {whom === 'server' ? texts.display.reconnecting : texts.display.reconnectingTo(app)}
    </span>
  );
}
