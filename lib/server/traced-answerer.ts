import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from './api/route-table';
import type { Services } from './composition/compose';
import { productFolder } from '../config/product-folder';
import type { Answerer } from './http/exchange';
import { routeNames } from './observability/traces/route-names';
import { API_PATH } from '../shared/problem-document';

/** Gives each request that an answerer answers its span. @param pollRoutes templates of the addresses of long polls */
export function tracedAnswerer(
  { traces, phoneRoutes }: Pick<Services, 'traces' | 'phoneRoutes'>,
  pollRoutes: readonly string[],
): (answerer: Answerer) => Answerer {
  if (!traces) return (answerer) => answerer;
  const apiRoutes = ROUTES.map(
    ({ path }) => `${API_PATH.slice(0, -1)}${path.replaceAll('{', '[').replaceAll('}', ']')}`,
  );
  const routeOf = routeNames([...new Set([...appRoutes(), ...apiRoutes, ...phoneRoutes, ...pollRoutes])]);
  return (answerer) => traces.traced(answerer, routeOf);
}

/** Of pages and of what else Next.js answers; none before the site is built. */
export function appRoutes(): string[] {
  const manifest = join(/* turbopackIgnore: true */ productFolder(), '.next', 'server', 'app-paths-manifest.json');
  if (!existsSync(manifest)) return [];
  const entries = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
  return entries.map((entry) => entry.replaceAll(/\/\([^)]+\)/g, '').replace(/\/(?:page|route)$/, '') || '/');
}
