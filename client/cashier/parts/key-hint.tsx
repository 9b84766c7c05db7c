/** The key that does the same as the button around it; whoever has no keyboard does not see it. */
export function KeyHint({ name }: { name: string }) {
  return (
    <span className="key-hint" aria-hidden="true">
      {name}
    </span>
  );
}
