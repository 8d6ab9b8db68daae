import type { CameraEnvironment, CameraView } from '@/components/phone/camera/follow-camera';
import type { KeptCamera } from '@/components/phone/camera/kept-camera';

/** A track of a played camera, which the system may mute, freeze or end. */
export class PlayedTrack extends EventTarget {
  readyState: MediaStreamTrackState = 'live';
  muted = false;
  isFrozen = false;
  readonly label: string;
  readonly #deviceId: string;

  constructor(label: string, deviceId: string) {
    super();
    this.label = label;
    this.#deviceId = deviceId;
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.#deviceId };
  }

  /** By the page, which hears nothing of it. */
  stop(): void {
    this.readyState = 'ended';
  }

  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }

  mute(isMuted: boolean): void {
    this.muted = isMuted;
    this.dispatchEvent(new Event(isMuted ? 'mute' : 'unmute'));
  }
}

export type PlayedCamera = { label: string; isFront?: boolean };

/** A phone's cameras behind `getUserMedia`. */
export class PlayedCameras extends EventTarget {
  cameras: PlayedCamera[];
  /** Of the requests to come, one after the other; a request without one is granted. */
  failures: (Error | null)[] = [];
  /** What was asked for. */
  readonly requests: (MediaTrackConstraints | boolean)[] = [];
  readonly tracks: PlayedTrack[] = [];
  /** Held back until it is called. */
  answer: (() => void) | null = null;
  isHeld = false;

  constructor(...labels: string[]) {
    super();
    this.cameras = labels.map((label) => ({ label, isFront: /front/i.test(label) }));
  }

  readonly getUserMedia = async (constraints?: MediaStreamConstraints): Promise<MediaStream> => {
    const video = constraints?.video ?? false;
    this.requests.push(video);
    if (this.isHeld) await new Promise<void>((resolve) => (this.answer = resolve));
    const failure = this.failures.shift();
    if (failure) throw failure;
    const { deviceId, facingMode } = typeof video === 'object' ? video : {};
    const exact = typeof deviceId === 'object' && 'exact' in deviceId ? deviceId.exact : null;
    const camera =
      exact === null
        ? (facingMode && this.cameras.find(({ isFront }) => !isFront)) || this.cameras[0]
        : this.cameras.find(({ label }) => idOf(label) === exact);
    if (!camera) throw new DOMException('none', exact === null ? 'NotFoundError' : 'OverconstrainedError');
    const track = new PlayedTrack(camera.label, idOf(camera.label));
    this.tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  };

  readonly enumerateDevices = async (): Promise<MediaDeviceInfo[]> =>
    this.cameras.map(({ label }) => ({ kind: 'videoinput', deviceId: idOf(label), label }) as MediaDeviceInfo);

  get openTracks(): PlayedTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  get openLabels(): string[] {
    return this.openTracks.map(({ label }) => label);
  }

  plug(label: string): void {
    this.cameras.push({ label });
    this.dispatchEvent(new Event('devicechange'));
  }
}

export function idOf(label: string): string {
  return `id of ${label}`;
}

/** A page in front of these cameras. Its time is the fake timers'. */
export class PlayedPage {
  readonly cameras: PlayedCameras;
  readonly views: CameraView[] = [];
  permission: PermissionState | null = 'prompt';
  kept: KeptCamera | null = null;
  readonly environment: CameraEnvironment;
  #isVisible = true;
  readonly #listeners = new Set<() => void>();

  constructor(cameras: PlayedCameras, differences: Partial<CameraEnvironment> = {}) {
    this.cameras = cameras;
    this.environment = {
      isSecure: true,
      devices: cameras,
      isAllowedByPolicy: () => true,
      permission: async () => this.permission,
      isVisible: () => this.#isVisible,
      onReturnOrLeave: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      kept: { read: () => this.kept, keep: (camera) => (this.kept = camera) },
      show: async () => undefined,
      position: () => (cameras.tracks.at(-1)?.isFrozen ? 0 : performance.now()),
      ...differences,
    };
  }

  show(isVisible: boolean): void {
    this.#isVisible = isVisible;
    this.tell();
  }

  /** A page that comes back tells so more than once. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  get states(): string[] {
    return this.views.map(({ state }) => state);
  }
}
