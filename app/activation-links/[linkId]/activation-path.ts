import type { Route } from 'next';
import type { OpenedLink } from '@/lib/helpdesk/activation-links/activation-link';

/** Where an opened link leads on to. */
export function activationPath({ activationId }: OpenedLink): Route {
  return activationId === null ? '/activations/new' : (`/activations/${activationId}` as Route);
}
