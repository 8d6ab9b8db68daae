/** Drawn lines in a square of 48 units; the shape that a finger is to find is drawn thicker. */
const PICTURES = {
  share: {
    around: 'M8 5h32v38H8zM8 33h32',
    found: 'M20 39h8M24 41v0M18 15h-3v13h18V15h-3M24 22V8m-4 4 4-4 4 4',
  },
  add: {
    around: 'M6 8h36v10H6zM6 30h36v10H6z',
    found: 'M6 18h36v12H6zM12 24h14M32 20.500h7v7h-7zM35.500 22.500v3M34 24h3',
  },
  open: {
    around:
      'M12 3h24a3 3 0 0 1 3 3v36a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3zM15 10h6v6h-6zM27 10h6v6h-6zM15 22h6v6h-6z',
    found: 'M27 22h6v6h-6zM21 41h6',
  },
} as const;

/** A step of adding the app to an iPhone's home screen. Decoration. */
export function StepPicture({ of }: { of: keyof typeof PICTURES }) {
  const { around, found } = PICTURES[of];
  return (
    <svg
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
      className="size-16 shrink-0 fill-none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={around} strokeWidth="1.5" className="stroke-line-strong" />
      <path d={found} strokeWidth="2.5" className="stroke-accent" />
    </svg>
  );
}
