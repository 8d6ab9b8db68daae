import { cameraPermission } from '../camera/browser-camera';
import { problemFrom } from '../camera/camera-problem';
import { keptCamera } from '../camera/kept-camera';
import { openCamera, stopAll } from '../camera/open-camera';
import { withTimeout } from '@/lib/shared/async/with-timeout';
import type { PhoneReport } from '@/lib/shared/phone-check';

/** In milliseconds. A slow phone shows its first picture after two seconds. */
const PATIENCE = 8_000;

/** Opens the camera until its first picture is there, and closes it again. */
export async function tryCamera(video: HTMLVideoElement): Promise<PhoneReport['camera']> {
  const permission = await cameraPermission();
  const askedAt = performance.now();
  let stream: MediaStream | null = null;
  try {
    ({ stream } = await openCamera(navigator.mediaDevices, keptCamera()));
    video.srcObject = stream;
    await withTimeout(PATIENCE, video.play());
    return 'works';
  } catch (error) {
    return stream ? 'silent' : problemFrom({ error, permission, took: performance.now() - askedAt });
  } finally {
    video.srcObject = null;
    if (stream) stopAll(stream);
  }
}
