import { useEffect, useRef, useState, type RefObject } from 'react';
import { browserCamera } from './browser-camera';
import { followCamera, type CameraView, type FollowedCamera } from './follow-camera';
import { hasTorch, switchTorch } from './torch';
import { perform } from '../perform';

export type Torch = { isOn: boolean; toggle: () => void };

type ShownCamera = {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraView['state'];
  /** Null when the camera has none. */
  torch: Torch | null;
  /** Null when there is no other. */
  switchCamera: (() => void) | null;
  tryAgain: () => void;
};

/** Shows the camera in a video element while the screen is mounted. */
export function useCamera(): ShownCamera {
  const video = useRef<HTMLVideoElement>(null);
  const followed = useRef<FollowedCamera | null>(null);
  const [view, setView] = useState<CameraView>({ state: 'opening' });
  /** The track whose light is on: a camera that was opened again has it off. */
  const [lit, setLit] = useState<MediaStreamTrack | null>(null);

  useEffect(() => {
    const camera = followCamera(browserCamera(video), setView);
    followed.current = camera;
    return () => camera.stop();
  }, []);

  const track = view.state === 'on' ? view.track : null;
  const isOn = track !== null && track === lit;
  async function toggle(): Promise<void> {
    if (track && (await switchTorch(track, !isOn))) setLit(isOn ? null : track);
  }
  return {
    video,
    state: view.state,
    torch: track && hasTorch(track) ? { isOn, toggle: () => perform(toggle()) } : null,
    switchCamera: view.state === 'on' && view.cameras.length > 1 ? () => followed.current?.switchCamera() : null,
    tryAgain: () => followed.current?.tryAgain(),
  };
}
