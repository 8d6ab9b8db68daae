// oxlint-disable-next-line no-restricted-imports -- the one place
import NextLink, { type LinkProps } from 'next/link';

/**
 * A link within the site that prefetches nothing. Pages are rendered for each request, so a prefetch costs the server two
 * answers for each link that comes into view, and has nothing in it that a click could show sooner.
 */
export function Link<Path>(props: LinkProps<Path>) {
  return <NextLink prefetch={false} {...props} />;
}
