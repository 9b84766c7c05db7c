import { useEffect } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import { type Deadlines, nextDeadlineMs } from '../ui/deadlines.ts';
import { EnvironmentBanner } from '../ui/environment-banner.tsx';
import { NoticePage } from '../ui/notice-page.tsx';
import { textsFor } from '../ui/texts/texts.ts';
import { TillProvider, useWords } from '../ui/till-context.tsx';
import { useTill } from '../ui/use-till.ts';
import { Connecting } from './connecting.tsx';
import { reconnectingTo } from './connection.ts';
import { Identify } from './identify.tsx';
import { isCutOff } from './own.ts';
import { Progress } from './progress.tsx';
import { sceneOf } from './scenes.ts';
import { Stage } from './stage.tsx';
import { useResult } from './use-result.ts';

type Props = { readonly tillId: string; readonly onCutOff: () => void };

/** The customer's screen for one till; `onCutOff` when that is no longer for this tablet to see. */
export function Display({ tillId, onCutOff }: Props) {
  const { till, payment, deadlines, identify, failure } = useTill(tillId, 'display');
  const isOver = isCutOff(failure);
  useEffect(() => {
    if (isOver) onCutOff();
  }, [isOver, onCutOff]);
  const texts = textsFor(navigator.language);
  if (failure === 'not_found') return <NoticePage icon="alert" {...texts.unknownTill} />;
  if (!till || isOver) return <Connecting text={texts.connecting} offline={failure !== null && !isOver} />;
  return (
    <TillProvider till={till}>
      <TillScreen current={payment} deadlines={deadlines} offline={failure !== null} />
      {identify && <Identify />}
    </TillProvider>
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
