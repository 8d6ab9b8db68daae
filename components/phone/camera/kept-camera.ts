/** A camera that the user has switched to. Its identifier means nothing to any other site. */
export type KeptCamera = { deviceId: string; label: string };

const KEY = 'camera';

/** For a browser that stores nothing: as long as the app is open. */
let chosenHere: KeptCamera | null = null;

export function keepCamera(camera: KeptCamera): void {
  chosenHere = { deviceId: camera.deviceId, label: camera.label };
  try {
    localStorage.setItem(KEY, JSON.stringify(chosenHere));
  } catch {
    // Private windows may refuse.
  }
}

export function keptCamera(): KeptCamera | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isKept(kept) ? kept : chosenHere;
  } catch {
    return chosenHere;
  }
}

function isKept(value: unknown): value is KeptCamera {
  if (typeof value !== 'object' || value === null || !('deviceId' in value) || !('label' in value)) return false;
  return typeof value.deviceId === 'string' && typeof value.label === 'string';
}
