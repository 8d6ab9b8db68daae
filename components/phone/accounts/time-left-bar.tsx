import { TIME_STEP_SECONDS } from '@/lib/crypto/one-time-password';

/** How long a one-time password still counts. Not announced by itself: it changes every second. */
export function TimeLeftBar({ secondsLeft }: { secondsLeft: number }) {
  const isShort = secondsLeft <= 5;
  return (
    <div role="timer" aria-label="Time left" className="flex items-center gap-3 text-sm text-ink-soft">
      <svg
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
        className="h-1.5 w-0 min-w-0 grow"
      >
        <rect width="100" height="2" className="fill-line" />
        <rect
          width={(secondsLeft / TIME_STEP_SECONDS) * 100}
          height="2"
          className={isShort ? 'fill-warning' : 'fill-accent'}
        />
      </svg>
      <span className="w-10 shrink-0 text-right tabular-nums">{secondsLeft} s</span>
    </div>
  );
}
