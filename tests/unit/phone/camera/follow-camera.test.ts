import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followCamera, type CameraEnvironment } from '@/components/phone/camera/follow-camera';
import { SECOND } from '@/lib/shared/time/duration';
import { PlayedCameras, PlayedPage } from './played-cameras';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failure = (name: string, message = 'no') => new DOMException(message, name);
const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

async function follow(cameras = new PlayedCameras('Back Camera'), differences: Partial<CameraEnvironment> = {}) {
  const page = new PlayedPage(cameras, differences);
  const camera = followCamera(page.environment, (view) => page.views.push(view));
  await settle();
  return { page, cameras, camera };
}

describe('a page that is left and comes back', () => {
  test('the camera is off while the page is hidden, and on again when it is back', async () => {
    const { page, cameras } = await follow();
    expect(page.states).toEqual(['opening', 'on']);
    page.show(false);
    expect(cameras.openTracks).toEqual([]);
    expect(page.states.at(-1)).toBe('opening');
    page.show(true);
    await settle();
    expect(page.states.at(-1)).toBe('on');
    expect(cameras.openTracks).toHaveLength(1);
  });

  test('a return that is told twice opens one camera', async () => {
    const { page, cameras } = await follow();
    page.show(false);
    page.show(true);
    page.tell();
    await settle();
    page.tell();
    await settle();
    expect(cameras.requests).toHaveLength(2);
    expect(cameras.openTracks).toHaveLength(1);
  });

  test('a camera whose permission is given while the page is hidden stays off, and comes with the page', async () => {
    const cameras = new PlayedCameras('Back Camera');
    cameras.isHeld = true;
    const { page } = await follow(cameras);
    page.show(false);
    cameras.answer?.();
    await settle();
    expect(cameras.openTracks).toEqual([]);
    cameras.isHeld = false;
    page.show(true);
    await settle();
    expect(page.states.at(-1)).toBe('on');
    expect(cameras.openTracks).toHaveLength(1);
  });

  test('a page that opens hidden has no camera until it is seen', async () => {
    let isVisible = false;
    const { page, cameras } = await follow(undefined, { isVisible: () => isVisible });
    expect(cameras.requests).toEqual([]);
    isVisible = true;
    page.tell();
    await settle();
    expect(page.states.at(-1)).toBe('on');
  });

  test('a screen that is left turns the camera off and listens no more', async () => {
    const { page, cameras, camera } = await follow();
    camera.stop();
    expect(cameras.openTracks).toEqual([]);
    expect(page.listeners).toBe(0);
    cameras.plug('USB Camera');
    await settle(60 * SECOND);
    expect(cameras.requests).toHaveLength(1);
  });
});

describe('a camera that stops', () => {
  test('a track that the system ends is opened again, and no picture is without words', async () => {
    const { page, cameras } = await follow();
    cameras.tracks.at(-1)?.end();
    expect(page.states.at(-1)).toBe('opening');
    await settle();
    expect(page.states.at(-1)).toBe('on');
  });

  test('a muted track is called paused at once, and opened again when it stays so', async () => {
    const { page, cameras } = await follow();
    cameras.tracks.at(-1)?.mute(true);
    expect(page.states.at(-1)).toBe('paused');
    await settle(2 * SECOND);
    expect(cameras.tracks).toHaveLength(2);
    expect(page.states.at(-1)).toBe('on');
  });

  test('a camera that delivers nothing after each restart is called silent, and tried again by a press', async () => {
    const { page, cameras, camera } = await follow();
    for (let losses = 0; losses < 3; losses++) {
      cameras.tracks.at(-1)?.end();
      await settle();
    }
    expect(page.states.at(-1)).toBe('silent');
    expect(cameras.openTracks).toEqual([]);
    camera.tryAgain();
    await settle();
    expect(page.states.at(-1)).toBe('on');
  });

  test('a camera that stops now and then is opened again each time', async () => {
    const { page, cameras } = await follow();
    for (let losses = 0; losses < 8; losses++) {
      await settle(6 * SECOND);
      cameras.tracks.at(-1)?.end();
      await settle();
      expect(page.states.at(-1)).toBe('on');
    }
  });

  test('a video that cannot be played is called silent', async () => {
    const { page, cameras } = await follow(undefined, {
      show: (stream) => (stream ? Promise.reject(failure('NotSupportedError')) : Promise.resolve()),
    });
    expect(page.states.at(-1)).toBe('silent');
    expect(cameras.openTracks).toEqual([]);
  });
});

describe('a camera that cannot be opened', () => {
  test('a camera that another app holds is asked for until it is free, with the words in their place', async () => {
    const cameras = new PlayedCameras('HD Webcam');
    cameras.failures = Array.from({ length: 4 }, () => failure('NotReadableError'));
    const { page } = await follow(cameras);
    expect(page.states).toEqual(['opening', 'busy']);
    await settle(2 * SECOND);
    expect(page.states).toEqual(['opening', 'busy', 'busy']);
    await settle(2 * SECOND);
    expect(page.states.at(-1)).toBe('on');
  });

  test('a hidden page does not ask for a camera that another app holds', async () => {
    const cameras = new PlayedCameras('HD Webcam');
    cameras.failures = Array.from({ length: 2 }, () => failure('NotReadableError'));
    const { page } = await follow(cameras);
    page.show(false);
    await settle(60 * SECOND);
    expect(cameras.requests).toHaveLength(2);
  });

  test('a camera that is plugged in is opened', async () => {
    const cameras = new PlayedCameras();
    const { page } = await follow(cameras);
    expect(page.states.at(-1)).toBe('missing');
    cameras.plug('USB Camera');
    await settle();
    expect(page.states.at(-1)).toBe('on');
  });

  test('a refusal is not asked about again by a return, but used once the permission is there', async () => {
    const cameras = new PlayedCameras('Back Camera');
    const { page } = await follow(cameras);
    cameras.failures = [failure('NotAllowedError')];
    page.permission = 'denied';
    cameras.tracks.at(-1)?.end();
    await settle();
    expect(page.states.at(-1)).toBe('refused');
    page.show(false);
    page.show(true);
    await settle();
    expect(page.states.at(-1)).toBe('refused');
    page.permission = 'granted';
    page.tell();
    await settle();
    expect(page.states.at(-1)).toBe('on');
  });

  test.each([
    ['insecure', { isSecure: false }],
    ['unsupported', { devices: null }],
    ['blocked', { isAllowedByPolicy: () => false }],
  ] as const)('a page that is %s says so without asking', async (state, differences) => {
    const { page, cameras } = await follow(undefined, differences);
    expect(page.states).toEqual([state]);
    expect(cameras.requests).toEqual([]);
  });
});

describe('a phone with several cameras', () => {
  test('switching opens the next camera, closes the one before and remembers it', async () => {
    const { page, cameras, camera } = await follow(new PlayedCameras('Back Camera', 'Front Camera'));
    camera.switchCamera();
    await settle();
    expect(cameras.openLabels).toEqual(['Front Camera']);
    expect(page.kept?.label).toBe('Front Camera');
    page.show(false);
    page.show(true);
    await settle();
    expect(cameras.openLabels).toEqual(['Front Camera']);
  });

  test('a camera that is plugged in beside the open one can be switched to', async () => {
    const { page, cameras } = await follow(new PlayedCameras('HD Webcam'));
    expect(page.views.at(-1)).toMatchObject({ state: 'on', cameras: [{ label: 'HD Webcam' }] });
    cameras.plug('USB Camera');
    await settle();
    expect(page.views.at(-1)).toMatchObject({ cameras: [{ label: 'HD Webcam' }, { label: 'USB Camera' }] });
    expect(cameras.requests).toHaveLength(1);
  });
});
