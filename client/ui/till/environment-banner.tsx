import type { TillView } from '../../../server/contract/payments.ts';
import type { Texts } from '../texts/texts.ts';
import { useTillTexts } from './till-context.tsx';

/** Says on every screen of a till when no real money moves. */
export function EnvironmentBanner() {
  const { till, texts } = useTillTexts();
  return <EnvironmentMark environment={till.environment} common={texts.common} />;
}

type MarkProps = { environment: TillView['environment']; common: Texts['common'] };

/** The same where there is no till. */
export function EnvironmentMark({ environment, common }: MarkProps) {
  if (environment === 'production') return null;
  const { mark, meaning } = common[environment];
  return (
    <p className="environment" data-environment={environment}>
      <b>{mark}</b>
      {meaning}
    </p>
  );
}
