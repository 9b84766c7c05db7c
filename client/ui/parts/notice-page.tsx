import { Icon, type IconName } from './icon.tsx';

/** A whole page that says one thing. */
export function NoticePage({ icon, title, text }: { icon: IconName; title?: string; text?: string }) {
  return (
    <main className="notice-page">
      <div className="badge" data-tone="calm">
        <Icon name={icon} />
      </div>
      {title && <h1>{title}</h1>}
      {text && <p>{text}</p>}
    </main>
  );
}
