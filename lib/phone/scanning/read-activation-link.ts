import { refuse, accept, type Result } from '../../shared/result';

/**
 * What a link for the same device carries: `/authenticator#` and the payload, percent-encoded. The part behind the `#`
 * never reaches a server.
 */
export function readActivationLink(link: string): Result<string, 'not-an-activation-link'> {
  const hash = link.indexOf('#');
  if (hash === -1 || hash === link.length - 1) return refuse('not-an-activation-link');
  try {
    return accept(decodeURIComponent(link.slice(hash + 1)));
  } catch {
    return refuse('not-an-activation-link');
  }
}
