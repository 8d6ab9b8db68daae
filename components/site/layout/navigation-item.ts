import type { Route } from 'next';

/**
 * A link of the navigation.
 * @property within path prefixes of further pages for which it is current
 * @property waiting how many things wait there for the reader; left out where nothing is counted
 */
export type NavigationItem = { href: Route; label: string; within?: string | readonly string[]; waiting?: number };
