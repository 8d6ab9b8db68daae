/** A filled tile with a tick, a tile with a heart, or an empty tile. */
export function StepMarker({ progress }: { progress: 'done' | 'current' | 'upcoming' }) {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true" focusable="false" className="size-6.5 shrink-0">
      <rect
        x="2"
        y="2"
        width="22"
        height="22"
        rx="6"
        strokeWidth="2"
        className={
          progress === 'done'
            ? 'fill-accent stroke-accent'
            : progress === 'current'
              ? 'fill-accent-soft stroke-accent'
              : 'fill-surface stroke-line-strong'
        }
      />
      {progress === 'done' && (
        <path
          d="m8 13.5 3.5 3.5 7-8"
          fill="none"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-accent"
        />
      )}
      {progress === 'current' && <rect x="8.5" y="8.5" width="9" height="9" rx="2.5" className="fill-accent" />}
    </svg>
  );
}
