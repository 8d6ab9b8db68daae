import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ImageKind } from '@/lib/activation/image/image-renderer';
import type { ActivationStatus } from '@/lib/activation/activation-status';

export const IMAGE_KIND_NAMES: Record<ImageKind, string> = {
  cronto: 'Cronto',
  colour: 'Colour',
  'black-and-white': 'Black and white',
};

/** What the person can choose from; the first one is shown to whoever has not chosen. */
export function offeredKinds(
  credentials: ActivationCredentials | null,
  hasCronto: boolean,
): readonly [ImageKind, ...ImageKind[]] {
  const painted = credentials && !credentials.colour ? (['black-and-white'] as const) : PAINTED;
  return hasCronto ? ['cronto', ...painted] : painted;
}

const PAINTED = ['colour', 'black-and-white'] as const;

/**
 * Where the Cronto image of an activation comes from. The second one of an offline activation has an address of its own:
 * a page that has shown an image shows it again under the same one, whatever the server has said about keeping it.
 */
export function crontoAddress({ id, state }: Pick<ActivationStatus, 'id' | 'state'>): string {
  return `/api/activations/${encodeURIComponent(id)}/image.png?kind=cronto&state=${state}`;
}
