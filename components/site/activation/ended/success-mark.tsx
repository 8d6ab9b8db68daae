/** A finished tile. Decorative, because the text beside it says the same. */
export function SuccessMark() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false" className="size-12 shrink-0">
      <rect x="2" y="2" width="44" height="44" rx="11" className="fill-success" />
      <path
        d="m14 25 7 7 13-15"
        fill="none"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-surface"
      />
    </svg>
  );
}
