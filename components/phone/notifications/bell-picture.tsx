/** Decoration. */
export function BellPicture() {
  return (
    <svg
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
      className="mx-auto mt-4 size-28 fill-none stroke-accent"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M24 6v4M12 34V22a12 12 0 0 1 24 0v12l4 4H8l4-4ZM20 42a4 4 0 0 0 8 0" />
    </svg>
  );
}
