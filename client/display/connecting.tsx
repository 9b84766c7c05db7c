/** While there is nothing to be shown yet. */
export function Connecting({ text, offline }: { text: string; offline: boolean }) {
  return (
    <main className="display" data-state="connecting" data-offline={offline ? '' : undefined}>
      <p className="pill connecting">{text}</p>
    </main>
  );
}
