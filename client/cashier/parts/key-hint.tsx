/** The key that does the same as the button around it; hidden where there is no keyboard. */
export function KeyHint({ name }: { name: string }) {
  return (
    <span className="key-hint" aria-hidden="true">
      {name}
    </span>
  );
}
