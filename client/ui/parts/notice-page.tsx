import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly icon: IconName;
  readonly title?: string;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
};

/** A whole page that says one thing. */
export function NoticePage({ icon, title, text, children }: Props) {
  return (
    <main className="notice-page">
      <div className="badge" data-tone="calm">
        <Icon name={icon} />
      </div>
      {title && <h1>{title}</h1>}
      {text && <p>{text}</p>}
      {children}
    </main>
  );
}
