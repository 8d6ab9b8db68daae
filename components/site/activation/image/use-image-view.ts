'use client';

import { useState } from 'react';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ImageKind } from '@/lib/wire/image/image-renderer';
import { offeredKinds } from './image-kinds';
import { useImageKind } from './use-image-kind';

/** How the image is shown, which the hints change too. */
export type ImageView = {
  offered: readonly [ImageKind, ...ImageKind[]];
  shown: ImageKind;
  choose: (kind: ImageKind) => void;
  /** Whether another kind is shown because the Cronto image did not come. */
  isSubstitute: boolean;
  noteCrontoFailure: () => void;
  isEnlarged: boolean;
  setEnlarged: (isEnlarged: boolean) => void;
  /** On a touch device, which does not scan its own screen, the image is shown on demand. */
  isUnfolded: boolean;
  unfold: () => void;
};

export function useImageView(credentials: ActivationCredentials | null, hasCronto: boolean): ImageView {
  const offered = offeredKinds(credentials, hasCronto);
  const [wanted, want] = useImageKind(offered);
  const [hasCrontoFailed, setHasCrontoFailed] = useState(false);
  const [isEnlarged, setEnlarged] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
  const visibleKind = hasCrontoFailed && wanted === 'cronto' ? (offered[1] ?? offered[0]) : wanted;
  return {
    offered,
    shown: visibleKind,
    choose: (kind) => {
      setHasCrontoFailed(false);
      want(kind);
    },
    isSubstitute: visibleKind !== wanted,
    noteCrontoFailure: () => setHasCrontoFailed(true),
    isEnlarged,
    setEnlarged,
    isUnfolded,
    unfold: () => setUnfolded(true),
  };
}
