/** The mark of Tillside, beside a name that says where it leads. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#1c1a19" />
      <path d="M8 8h7v7H8zM17 8h7v7h-7zM8 17h7v7H8z" fill="#fff" />
      <path d="M17.5 21l2.3 2.3 4.2-4.6" />
    </svg>
  );
}
