import { describe, expect, test } from 'vitest';
import { openCamera } from '@/components/phone/camera/open-camera';
import { idOf, PlayedCameras } from './played-cameras';

const failure = (name: string) => new DOMException('no', name);
const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } };

describe('what is asked for', () => {
  test('a phone without a choice is asked for the camera on its back, once', async () => {
    const cameras = new PlayedCameras('camera2 1, facing front', 'camera2 0, facing back');
    const { track } = await openCamera(cameras, null);
    expect(track.label).toBe('camera2 0, facing back');
    expect(cameras.requests).toEqual([wanted]);
  });

  test.each(['OverconstrainedError', 'NotReadableError', 'AbortError'])(
    'a camera that answers %s to what is wanted is asked for anything',
    async (name) => {
      const cameras = new PlayedCameras('HD Webcam');
      cameras.failures = [failure(name)];
      await openCamera(cameras, null);
      expect(cameras.requests).toEqual([wanted, true]);
    },
  );

  test('an engine whose OverconstrainedError is no DOMException is understood', async () => {
    const cameras = new PlayedCameras('HD Webcam');
    cameras.failures = [Object.assign(new Error('width'), { name: 'OverconstrainedError' })];
    await openCamera(cameras, null);
    expect(cameras.requests).toEqual([wanted, true]);
  });

  test.each(['NotAllowedError', 'NotFoundError', 'SecurityError'])(
    'the error %s ends the attempt, without a second question',
    async (name) => {
      const cameras = new PlayedCameras('HD Webcam');
      cameras.failures = [failure(name)];
      await expect(openCamera(cameras, null)).rejects.toMatchObject({ name });
      expect(cameras.requests).toHaveLength(1);
    },
  );

  test('a camera that fails at everything fails as it did last', async () => {
    const cameras = new PlayedCameras('HD Webcam');
    cameras.failures = [failure('OverconstrainedError'), failure('NotReadableError')];
    await expect(openCamera(cameras, null)).rejects.toMatchObject({ name: 'NotReadableError' });
  });
});

describe('among several', () => {
  test('a browser that opens the ultra-wide camera is given the main one, and the first is closed before', async () => {
    const cameras = new PlayedCameras('Back Ultra Wide Camera', 'Back Camera', 'Front Camera');
    const { track } = await openCamera(cameras, null);
    expect(track.label).toBe('Back Camera');
    expect(cameras.openLabels).toEqual(['Back Camera']);
    expect(cameras.requests.at(-1)).toMatchObject({ deviceId: { exact: idOf('Back Camera') } });
  });

  test('a main camera that cannot be opened leaves the one that can', async () => {
    const cameras = new PlayedCameras('Back Ultra Wide Camera', 'Back Camera');
    cameras.failures = [null, failure('NotReadableError')];
    const { track } = await openCamera(cameras, null);
    expect(track.label).toBe('Back Ultra Wide Camera');
    expect(cameras.openTracks).toHaveLength(1);
  });

  test('a camera that the user has chosen is opened at once', async () => {
    const cameras = new PlayedCameras('Back Camera', 'Front Camera');
    const { track } = await openCamera(cameras, { deviceId: idOf('Front Camera'), label: 'Front Camera' });
    expect(track.label).toBe('Front Camera');
    expect(cameras.requests).toHaveLength(1);
  });

  test('a chosen camera whose identifier has changed is found by its label', async () => {
    const cameras = new PlayedCameras('Back Camera', 'Front Camera');
    const { track } = await openCamera(cameras, { deviceId: 'of an earlier visit', label: 'Front Camera' });
    expect(track.label).toBe('Front Camera');
    expect(cameras.openTracks).toHaveLength(1);
  });

  test('a chosen camera that is gone leaves the main one', async () => {
    const cameras = new PlayedCameras('Front Camera', 'Back Camera');
    const { track } = await openCamera(cameras, { deviceId: 'gone', label: 'USB Camera' });
    expect(track.label).toBe('Back Camera');
  });
});
