import { getNavigationBuildId } from 'next/dist/client/navigation-build-id';
import { nextFetch } from './components/site/forms/next-fetch';
import { pause } from './lib/shared/async/pause';

/*
 * What a browser would run of a text (Trusted Types): the loader's files and the site's workers. React makes a script of its own
 * from this one text, and fills in where it leads. All else is refused, so that no text of a person becomes markup.
 */
type Policies = { createPolicy: (name: string, rules: Record<string, (text: string) => string | null>) => unknown };

(window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('default', {
  createScriptURL: (text) => (isOwnScript(text) ? text : null),
  createHTML: (text) => (text === '<script></script>' ? text : null),
});

function isOwnScript(text: string): boolean {
  const { origin, pathname } = new URL(text, location.href);
  return (
    origin === location.origin &&
    (pathname.startsWith('/_next/static/') || pathname === '/authenticator/service-worker.js')
  );
}

window.fetch = nextFetch(window.fetch.bind(window), getNavigationBuildId, {
  random: Math.random,
  now: () => performance.now(),
  pause,
});
