/** How everything looks that takes an entry. */
export const FIELD =
  'min-h-11 w-full rounded-control border bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-soft read-only:bg-page';
