/** Shared by all fields for text and choices. Not in a client module, whose exports servers cannot read. */
export const FIELD =
  'min-h-11 w-full rounded-control border bg-surface px-3 py-2 text-base text-ink transition-colors duration-150 placeholder:text-ink-soft read-only:bg-page';
