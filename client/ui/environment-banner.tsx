import { useWords } from './till-context.tsx';

/** Says on every screen when no real money moves. */
export function EnvironmentBanner() {
  const { till, texts } = useWords();
  if (till.environment === 'production') return null;
  const { mark, meaning } = texts[till.environment];
  return (
    <p className="environment" data-environment={till.environment}>
      <b>{mark}</b>
      {meaning}
    </p>
  );
}
