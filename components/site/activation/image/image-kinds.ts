import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ImageKind } from '@/lib/wire/image/image-renderer';
import type { ActivationStatus } from '@/lib/activation/activation-status';

/** The kinds of image to choose from; the first one is the default. */
export function offeredKinds(
  credentials: ActivationCredentials | null,
  hasCronto: boolean,
): readonly [ImageKind, ...ImageKind[]] {
  const painted = credentials && !credentials.colour ? (['black-and-white'] as const) : PAINTED;
  return hasCronto ? ['cronto', ...painted] : painted;
}

export const CRONTO_FAILED = 'The Cronto image is not available right now. This one works as well.';

const PAINTED = ['colour', 'black-and-white'] as const;

/**
 * URL of an activation's Cronto image. The second image of an offline activation needs a URL of its own: a page shows
 * an image that it has loaded again for the same URL, even if the response forbids caching.
 */
export function crontoAddress({ id, state }: Pick<ActivationStatus, 'id' | 'state'>): string {
  return `/api/activations/${encodeURIComponent(id)}/image.png?kind=cronto&state=${state}`;
}
