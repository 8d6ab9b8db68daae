/** A drawing of lines above a question. Decoration. @param path in a square of 48 units */
export function LinePicture({ path }: { path: string }) {
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
      <path d={path} />
    </svg>
  );
}
