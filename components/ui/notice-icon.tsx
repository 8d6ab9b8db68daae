const SHAPES = {
  info: 'M10 9v5M10 6v.01',
  success: 'm6 10.5 3 3 5-6.5',
  warning: 'M10 5.5v5M10 14v.01',
  error: 'm7 7 6 6m0-6-6 6',
};

/** Shape as well as colour tells the tones apart. */
export function NoticeIcon({ tone }: { tone: keyof typeof SHAPES }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className="mt-0.5 size-5 shrink-0 fill-none stroke-current stroke-2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="10" cy="10" r="8.5" />
      <path d={SHAPES[tone]} />
    </svg>
  );
}
