/** Drawn lines in a square of 48 units; the shape that a finger is to find is drawn thicker. */
const PICTURES = {
  copy: {
    around: 'M32 16V7a3 3 0 0 0-3-3H9a3 3 0 0 0-3 3v22a3 3 0 0 0 3 3h7',
    found: 'M19 16h20a3 3 0 0 1 3 3v22a3 3 0 0 1-3 3H19a3 3 0 0 1-3-3V19a3 3 0 0 1 3-3zM23 26h12M23 34h12',
  },
  share: {
    around: 'M4 4h40v40H4z',
    found: 'M18 19h-4v18h20V19h-4M24 29V10m-6 6 6-6 6 6',
  },
  add: {
    around: 'M6 12V5h36v7M6 36v7h36v-7',
    found: 'M3 14h42v20H3zM9 24h12M29 18h12v12H29zM35 21v6M32 24h6',
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
      <path d={found} strokeWidth="2" className="stroke-accent" />
    </svg>
  );
}
