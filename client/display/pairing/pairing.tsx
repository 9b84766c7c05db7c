import { useSignInPage } from '../../ui/api/session.ts';
import type { DisplayTexts } from '../../ui/texts/texts.ts';
import { EnvironmentMark } from '../../ui/till/environment-banner.tsx';
import { codeGroups } from './device.ts';

type Props = { readonly code: string; readonly offline: boolean; readonly texts: DisplayTexts };

/** The code that a cashier enters, for a tablet that belongs to no till yet. */
export function Pairing({ code, offline, texts }: Props) {
  const { common, display } = texts;
  const { pairing } = display;
  const { data: page } = useSignInPage();
  return (
    <main className="display" data-state="pairing" data-offline={offline ? '' : undefined}>
      {page && <EnvironmentMark environment={page.environment} common={common} />}
      <header className="shop">
        <b>{pairing.title}</b>
        {offline && (
          <span className="pill" data-tone="warn">
            {display.reconnecting}
          </span>
        )}
      </header>
      <section className="pairing" role="status">
        <p className="code" data-pairing-code={code}>
          {codeGroups(code).map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: both groups can be the same digits
            <span key={index}>{group} </span>
          ))}
        </p>
        <p className="how">{pairing.text}</p>
      </section>
    </main>
  );
}
