import type { ActivationStatus } from '@/lib/activation/activation-status';

/**
 * Where the Cronto image of an activation comes from. The second one of an offline activation has an address of its own:
 * a page that has shown an image shows it again under the same one, whatever the server has said about keeping it.
 */
export function crontoAddress({ id, state }: Pick<ActivationStatus, 'id' | 'state'>): string {
  return `/api/activations/${encodeURIComponent(id)}/image.png?kind=cronto&state=${state}`;
}
