/** W3C Image Capture; missing in the DOM's types. */
type TorchCapabilities = MediaTrackCapabilities & { torch?: boolean };

export function hasTorch(track: MediaStreamTrack): boolean {
  // Firefox before 132 tells of no capabilities.
  const capabilities: TorchCapabilities = (track as Partial<MediaStreamTrack>).getCapabilities?.call(track) ?? {};
  return capabilities.torch === true;
}

/** @returns false where the system refuses the light, for instance on a hot phone */
export async function switchTorch(track: MediaStreamTrack, isOn: boolean): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] });
    return true;
  } catch {
    return false;
  }
}
