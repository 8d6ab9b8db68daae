/**
 * Shared by all fields for text and choices. Under a finger they have 17 px: Safari enlarges the page for less than 16. Not in a client module, whose exports servers cannot read.
 */
export const FIELD =
  'min-h-11 w-full rounded-control border bg-surface px-3 py-2 text-lg text-ink pointer-fine:text-base transition-colors duration-150 placeholder:text-ink-soft read-only:bg-page';
