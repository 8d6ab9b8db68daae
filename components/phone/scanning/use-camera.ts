import { useEffect, useRef, useState, type RefObject } from 'react';

export type CameraState = 'asking' | 'on' | 'refused' | 'missing' | 'busy' | 'not-offered';

/** W3C Image Capture; missing in the DOM's types. */
type TorchCapabilities = MediaTrackCapabilities & { torch?: boolean };

export type Torch = { isOn: boolean; toggle: () => void };

type Camera = {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  /** Null when the camera has none. */
  torch: Torch | null;
};

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } },
};

/** Shows the camera in a video element while the screen is mounted. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('asking');
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [isTorchOn, setIsTorchOn] = useState(false);

  useEffect(() => {
    let isGone = false;
    let stream: MediaStream | null = null;
    async function start(): Promise<void> {
      try {
        stream = await openCamera();
        const element = video.current;
        if (isGone || !element) return stop(stream);
        element.srcObject = stream;
        await element.play();
        setTrack(stream.getVideoTracks()[0] ?? null);
        setState('on');
      } catch (error) {
        if (!isGone) setState(stateFrom(error));
      }
    }
    void start();
    return () => {
      isGone = true;
      if (stream) stop(stream);
    };
  }, []);

  async function switchTorch(isOn: boolean): Promise<void> {
    try {
      await track?.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] });
      setIsTorchOn(isOn);
    } catch {
      // The system may refuse the light, for instance on a hot phone; the button then stays as it is.
    }
  }

  const hasTorch = track !== null && hasTorchOf(track);
  return {
    video,
    state,
    torch: hasTorch ? { isOn: isTorchOn, toggle: () => void switchTorch(!isTorchOn) } : null,
  };
}

async function openCamera(): Promise<MediaStream> {
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
  if (!devices) throw new DOMException('no camera for insecure pages', 'NotSupportedError');
  return devices.getUserMedia(WANTED);
}

function hasTorchOf(track: MediaStreamTrack): boolean {
  const capabilities: TorchCapabilities = track.getCapabilities();
  return capabilities.torch === true;
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function stateFrom(error: unknown): CameraState {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotSupportedError':
      return 'not-offered';
    default:
      return 'busy';
  }
}
