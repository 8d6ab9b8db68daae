/** Shared by all items of the navigation, links and buttons alike. */
export const NAVIGATION_ITEM =
  'flex min-h-11 items-center rounded-control px-3 underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-accent';
