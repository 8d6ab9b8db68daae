import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ImageKind } from '@/lib/activation/image/image-renderer';

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
