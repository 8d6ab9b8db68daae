import { nextCamera, type Camera } from './choose-camera';
import type { CameraProblem } from '@/lib/shared/phone-check';
import { problemFrom } from './camera-problem';
import type { KeptCamera } from './kept-camera';
import { listCameras, openCamera, stopAll, type CameraDevices, type OpenedCamera } from './open-camera';
import { watchTrack } from './watch-track';
import { inBackground } from '@/components/site/feedback/perform';

/** What is to be seen. Every one but `on` needs a sentence in the picture's place. */
export type CameraView =
  | { state: 'opening' }
  | { state: 'on'; track: MediaStreamTrack; cameras: readonly Camera[] }
  /** The system withholds the picture of an open camera. */
  | { state: 'paused' }
  | { state: CameraProblem };

/** What following needs of the browser, so that tests can play it. */
export type CameraEnvironment = {
  isSecure: boolean;
  /** Null in a browser without cameras. */
  devices: (CameraDevices & Pick<EventTarget, 'addEventListener' | 'removeEventListener'>) | null;
  /** Whether the page's policy lets it use the camera at all. */
  isAllowedByPolicy: () => boolean;
  /** Null where the browser does not tell. */
  permission: () => Promise<PermissionState | null>;
  isVisible: () => boolean;
  /** Calls back when the page is shown or hidden, or comes back from the browser's memory. */
  onReturnOrLeave: (listener: () => void) => () => void;
  kept: { read: () => KeptCamera | null; keep: (camera: KeptCamera) => void };
  /** Resolves with the first picture; null ends the show. */
  show: (stream: MediaStream | null) => Promise<void>;
  /** Of the picture, in seconds. */
  position: () => number;
};

export type FollowedCamera = {
  tryAgain: () => void;
  switchCamera: () => void;
  stop: () => void;
};

/** In milliseconds until a camera that another app holds is tried again. */
const ASK_BUSY_AFTER = 2_000;
/** Of a camera that delivers nothing, one after the other. */
const MOST_RESTARTS = 2;
/** In milliseconds. A camera that has delivered for so long works. */
const PROVEN_AFTER = 5_000;

/** Trying these again asks the user again, so only a permission that was given since does. */
const REFUSALS: ReadonlySet<string> = new Set(['refused', 'refused-by-system', 'blocked'] satisfies CameraProblem[]);

/**
 * Keeps a camera open while the page can be seen, and only then: the light beside a camera says that somebody watches. One that
 * ends, falls silent or is plugged in is opened again.
 */
export function followCamera(environment: CameraEnvironment, onChange: (view: CameraView) => void): FollowedCamera {
  const { devices, kept } = environment;
  let phase: 'resting' | 'opening' | 'open' | 'failed' = 'resting';
  let view: CameraView = { state: 'opening' };
  let opened: OpenedCamera | null = null;
  /** Grows with each start and stop: whatever an earlier one still waits for, it does no longer matter. */
  let generation = 0;
  let restarts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching: (() => void) | null = null;

  function become(next: CameraView): void {
    view = next;
    onChange(next);
  }

  function release(): void {
    generation++;
    clearTimeout(timer);
    stopWatching?.();
    stopWatching = null;
    if (opened) stopAll(opened.stream);
    opened = null;
    inBackground(environment.show(null));
  }

  function rest(): void {
    phase = 'resting';
    release();
  }

  async function start(): Promise<void> {
    release();
    phase = 'opening';
    const mine = generation;
    const barrier = barrierOf(environment);
    if (!devices || barrier) return fail(barrier ?? 'unsupported');
    // The words about another app stay while it is asked for again.
    if (view.state !== 'busy') become({ state: 'opening' });
    const permission = await environment.permission();
    if (mine !== generation) return;
    const askedAt = performance.now();
    try {
      const camera = await openCamera(devices, kept.read());
      if (mine !== generation) return stopAll(camera.stream);
      phase = 'open';
      opened = camera;
      stopWatching = watchTrack(
        { track: camera.track, position: environment.position },
        { onMuted: (isMuted) => become(isMuted ? { state: 'paused' } : pictureOf(camera)), onLost: lose },
      );
      await environment.show(camera.stream);
      if (mine !== generation) return;
      timer = setTimeout(() => (restarts = 0), PROVEN_AFTER);
      if (!camera.track.muted) become(pictureOf(camera));
    } catch (error) {
      if (mine !== generation) return;
      const isOpen = opened !== null;
      release();
      fail(isOpen ? 'silent' : problemFrom({ error, permission, took: performance.now() - askedAt }));
    }
  }

  function fail(problem: CameraProblem): void {
    phase = 'failed';
    become({ state: problem });
    if (problem === 'busy') timer = setTimeout(() => inBackground(start()), ASK_BUSY_AFTER);
  }

  function lose(): void {
    if (restarts++ < MOST_RESTARTS) return inBackground(start());
    release();
    fail('silent');
  }

  function returnOrLeave(): void {
    const isRefused = phase === 'failed' && REFUSALS.has(view.state);
    if (!environment.isVisible()) {
      if (isRefused) return;
      rest();
      become({ state: 'opening' });
    } else if (isRefused) inBackground(startIfGranted());
    else if (phase === 'resting' || phase === 'failed') startAfresh();
  }

  async function startIfGranted(): Promise<void> {
    const mine = generation;
    const permission = await environment.permission();
    if (permission === 'granted' && mine === generation) startAfresh();
  }

  async function noteDevices(): Promise<void> {
    if (phase === 'failed' && !REFUSALS.has(view.state)) startAfresh();
    if (!devices || !opened) return;
    const mine = generation;
    const cameras = await listCameras(devices);
    if (mine !== generation) return;
    opened = { ...opened, cameras };
    if (view.state === 'on') become(pictureOf(opened));
  }

  function startAfresh(): void {
    restarts = 0;
    inBackground(start());
  }

  function switchCamera(): void {
    const next = opened && nextCamera(opened.cameras, opened.track.getSettings().deviceId ?? '');
    if (!next) return;
    kept.keep(next);
    startAfresh();
  }

  const onDevices = () => inBackground(noteDevices());
  devices?.addEventListener('devicechange', onDevices);
  const stopListening = environment.onReturnOrLeave(returnOrLeave);
  if (environment.isVisible()) startAfresh();
  return {
    tryAgain: startAfresh,
    switchCamera,
    stop: () => {
      stopListening();
      devices?.removeEventListener('devicechange', onDevices);
      rest();
    },
  };
}

function pictureOf({ track, cameras }: OpenedCamera): CameraView {
  return { state: 'on', track, cameras };
}

/** What keeps a page from asking at all. */
function barrierOf({ isSecure, devices, isAllowedByPolicy }: CameraEnvironment): CameraProblem | null {
  if (!isSecure) return 'insecure';
  if (!devices) return 'unsupported';
  return isAllowedByPolicy() ? null : 'blocked';
}
