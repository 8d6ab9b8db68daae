import type { RefObject } from 'react';
import type { CameraEnvironment } from './follow-camera';
import { keepCamera, keptCamera } from './kept-camera';
import { inBackground } from '@/components/site/feedback/perform';

/** The name of Chromium's interface, which the DOM's types lack; other engines have none. */
type WithFeaturePolicy = Document & { featurePolicy?: { allowsFeature: (feature: string) => boolean } };

/** The browser's cameras, shown in a video element. */
export function browserCamera(video: RefObject<HTMLVideoElement | null>): CameraEnvironment {
  return {
    isSecure: window.isSecureContext,
    devices: (navigator as { mediaDevices?: MediaDevices }).mediaDevices ?? null,
    isAllowedByPolicy,
    permission: cameraPermission,
    isVisible: () => !document.hidden,
    onReturnOrLeave,
    kept: { read: keptCamera, keep: keepCamera },
    show: async (stream) => {
      const element = video.current;
      if (!element) return;
      element.srcObject = stream;
      if (stream) await element.play();
    },
    position: () => video.current?.currentTime ?? 0,
  };
}

export function isAllowedByPolicy(): boolean {
  return (document as WithFeaturePolicy).featurePolicy?.allowsFeature('camera') ?? true;
}

/** @returns null where the browser does not tell */
export async function cameraPermission(): Promise<PermissionState | null> {
  return (await permissionStatus())?.state ?? null;
}

async function permissionStatus(): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: 'camera' });
  } catch {
    // Older Firefox and Safari know no permission of this name.
    return null;
  }
}

/** A page from the back/forward cache was visible all the time, as far as it knows. */
function onReturnOrLeave(listener: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('visibilitychange', listener, { signal });
  window.addEventListener('pageshow', listener, { signal });
  inBackground(permissionStatus().then((status) => status?.addEventListener('change', listener, { signal })));
  return () => listening.abort();
}
