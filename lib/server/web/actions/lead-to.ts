import 'server-only';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';

/**
 * Leads the person of a form to another page within the same layout. Of a redirect Next.js renders the target whole, in a
 * request to itself; a page's script asks only for what is different there. A form without scripts is redirected.
 */
export async function leadTo<Path extends string>(path: Route<Path>): Promise<{ status: 'done'; next: string }> {
  if (!(await headers()).has('next-action')) redirect(path);
  return { status: 'done', next: path };
}
