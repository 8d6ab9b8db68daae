import type { ReactNode } from 'react';
import type { PhoneScreens } from './phone-screens';

/** A phone with the screen that the person sees on theirs. Decorative, because the text beside it says the same. */
export function PhoneDrawing({ screen }: { screen: keyof typeof SCREENS }) {
  return (
    <svg viewBox="0 0 120 232" aria-hidden="true" focusable="false" className="h-auto w-full max-w-40">
      <rect x="2" y="2" width="116" height="228" rx="20" strokeWidth="3" className="fill-surface stroke-line-strong" />
      <rect x="46" y="10" width="28" height="5" rx="2.5" className="fill-line-strong" />
      <g className="animate-appear motion-reduce:animate-none" strokeLinecap="round" strokeLinejoin="round">
        {SCREENS[screen]}
      </g>
    </svg>
  );
}

const DIGITS = Array.from({ length: 12 }, (_, index) => ({
  x: 34 + (index % 3) * 26,
  y: 112 + Math.floor(index / 3) * 26,
}));

const SCREENS: Record<keyof PhoneScreens | 'code', ReactNode> = {
  scanner: (
    <>
      <rect x="12" y="26" width="96" height="180" rx="8" className="fill-accent-soft" />
      <path
        d="M28 92V80a6 6 0 0 1 6-6h12m28 0h12a6 6 0 0 1 6 6v12m0 44v12a6 6 0 0 1-6 6H74m-28 0H34a6 6 0 0 1-6-6v-12"
        strokeWidth="4"
        className="fill-none stroke-accent"
      />
      <path d="M40 88h14v14H40zM66 88h14v14H66zM40 126h14v14H40z" className="fill-accent" />
      <path d="M66 126h6v6h-6zM75 134h6v6h-6zM57 106h6v6h-6zM57 117h6v6h-6z" className="fill-tile" />
      <rect x="34" y="184" width="52" height="10" rx="5" className="fill-accent" />
    </>
  ),
  verifying: (
    <>
      <circle cx="60" cy="104" r="24" strokeWidth="5" className="fill-none stroke-line" />
      <path d="M60 80a24 24 0 0 1 24 24" strokeWidth="5" className="fill-none stroke-accent" />
      <rect x="32" y="148" width="56" height="6" rx="3" className="fill-line-strong" />
      <rect x="42" y="162" width="36" height="6" rx="3" className="fill-line" />
    </>
  ),
  pin: (
    <>
      <rect x="30" y="22" width="60" height="6" rx="3" className="fill-ink-soft" />
      {/* Between them is room for the picture of the key, which comes with the activation. */}
      {[36, 52, 68, 84].map((x, index) => (
        <circle
          key={x}
          cx={x}
          cy="86"
          r="6"
          strokeWidth="2"
          className={index < 2 ? 'fill-accent stroke-accent' : 'fill-none stroke-line-strong'}
        />
      ))}
      {DIGITS.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="9" className="fill-accent-soft" />
      ))}
    </>
  ),
  code: (
    <>
      <rect x="16" y="80" width="88" height="48" rx="8" className="fill-accent-soft" />
      {[28, 40, 52, 68, 80, 92].map((x) => (
        <rect key={x} x={x - 4} y="96" width="8" height="16" rx="2" className="fill-accent" />
      ))}
      <rect x="32" y="144" width="56" height="6" rx="3" className="fill-line-strong" />
    </>
  ),
};
