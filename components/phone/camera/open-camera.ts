import { mainBackCamera, type Camera } from './choose-camera';
import { errorName } from './camera-problem';
import type { KeptCamera } from './kept-camera';

export type CameraDevices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

export type OpenedCamera = { stream: MediaStream; track: MediaStreamTrack; cameras: readonly Camera[] };

const SIZE = { width: { ideal: 1_280 }, height: { ideal: 720 } };
const BACK: MediaTrackConstraints = { facingMode: { ideal: 'environment' } };

/** A camera that cannot do what is asked, or is not free yet, may still do less. */
const WORTH_ASKING_FOR_LESS: ReadonlySet<string> = new Set(['OverconstrainedError', 'NotReadableError', 'AbortError']);

/**
 * Opens the camera that was chosen on this phone, else the main one on the back.
 * @param chosen by the user; null for none
 * @throws what `getUserMedia` rejects with
 */
export async function openCamera(devices: CameraDevices, chosen: KeptCamera | null): Promise<OpenedCamera> {
  const first = await openOneOf(devices, [...(chosen ? [only(chosen.deviceId)] : []), { ...BACK, ...SIZE }, true]);
  const cameras = await listCameras(devices);
  const wanted = findChosen(cameras, chosen) ?? mainBackCamera(cameras);
  const [track] = first.getVideoTracks();
  if (!track) throw new DOMException('a stream without a picture', 'NotFoundError');
  if (!wanted || isOf(track, wanted)) return { stream: first, track, cameras };
  // Phones open one camera at a time.
  stopAll(first);
  const stream = await openOneOf(devices, [only(wanted.deviceId), BACK, true]);
  const [better] = stream.getVideoTracks();
  if (!better) throw new DOMException('a stream without a picture', 'NotFoundError');
  return { stream, track: better, cameras };
}

/** Labels and identifiers are empty before a camera was allowed. */
export async function listCameras(devices: CameraDevices): Promise<Camera[]> {
  const all = await devices.enumerateDevices().catch(() => []);
  return all
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map((device) => ({ deviceId: device.deviceId, label: device.label, facing: facingOf(device) }));
}

export function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** From what is wanted most to what any camera does. */
async function openOneOf(
  devices: CameraDevices,
  wishes: readonly (MediaTrackConstraints | true)[],
): Promise<MediaStream> {
  const [wish = true, ...lesser] = wishes;
  try {
    return await devices.getUserMedia({ audio: false, video: wish });
  } catch (error) {
    if (lesser.length === 0 || !WORTH_ASKING_FOR_LESS.has(errorName(error))) throw error;
    return openOneOf(devices, lesser);
  }
}

function only(deviceId: string): MediaTrackConstraints {
  return { deviceId: { exact: deviceId }, ...SIZE };
}

/** Some browsers give a camera another identifier at each visit; its label stays. */
function findChosen(cameras: readonly Camera[], chosen: KeptCamera | null): Camera | undefined {
  if (!chosen) return undefined;
  return (
    cameras.find(({ deviceId }) => deviceId === chosen.deviceId) ??
    cameras.find(({ label }) => label !== '' && label === chosen.label)
  );
}

function isOf(track: MediaStreamTrack, camera: Camera): boolean {
  const { deviceId } = track.getSettings();
  return deviceId ? deviceId === camera.deviceId : track.label === camera.label;
}

/** `InputDeviceInfo` is not in every engine. */
function facingOf(device: MediaDeviceInfo & { getCapabilities?: () => MediaTrackCapabilities }): readonly string[] {
  return device.getCapabilities?.().facingMode ?? [];
}
