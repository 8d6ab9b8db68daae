import type { Spoken } from './use-announcements';

export function LiveRegion({ spoken }: { spoken: Spoken }) {
  return (
    <output aria-live="polite" className="sr-only">
      <span key={spoken.count}>{spoken.text}</span>
    </output>
  );
}
