import type { TillView } from '../../server/contract.ts';
import type { Texts } from './texts/texts.ts';
import { useWords } from './till-context.tsx';

/** Says on every screen of a till when no real money moves. */
export function EnvironmentBanner() {
  const { till, texts } = useWords();
  return <EnvironmentMark environment={till.environment} texts={texts} />;
}

type MarkProps = { environment: TillView['environment']; texts: Texts };

/** The same where there is no till. */
export function EnvironmentMark({ environment, texts }: MarkProps) {
  if (environment === 'production') return null;
  const { mark, meaning } = texts[environment];
  return (
    <p className="environment" data-environment={environment}>
      <b>{mark}</b>
      {meaning}
    </p>
  );
}
