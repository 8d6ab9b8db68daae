/** Decoration. */
export function FingerprintPicture() {
  return (
    <svg
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
      className="mx-auto mt-4 size-28 fill-none stroke-accent"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <path d="M11 13a18 18 0 0 1 26 0M8 23a16 16 0 0 1 32 0v4M13 35c-1-4-1-8-1-11a12 12 0 0 1 24 0c0 5 0 9-1 14M17 40c-1-5-1-11-1-16a8 8 0 0 1 16 0c0 7 0 12-2 18M21 42c-1-6-1-12-1-18a4 4 0 0 1 8 0c0 7 0 12-2 18" />
    </svg>
  );
}
