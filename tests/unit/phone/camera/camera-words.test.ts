import { expect, test } from 'vitest';
import { CAMERA_PROBLEMS } from '@/lib/shared/phone-check';
import { cameraWords } from '@/components/phone/camera/camera-words';
import { ENGINES, PLATFORMS, type AppPlace } from '@/lib/shared/app-place';

const places: AppPlace[] = PLATFORMS.flatMap((platform) =>
  ENGINES.flatMap((engine) =>
    [true, false].map((isInstalled) => ({ platform, engine, isInstalled, deletesUnvisited: false })),
  ),
);

test('each problem of the camera has words of its own, everywhere', () => {
  for (const place of places) {
    const words = CAMERA_PROBLEMS.map((problem) => cameraWords(problem, place));
    expect(new Set(words.map(({ title }) => title)).size).toBe(CAMERA_PROBLEMS.length);
    expect(new Set(words.map(({ text }) => text)).size).toBe(CAMERA_PROBLEMS.length);
  }
});

test.each([
  ['an iPhone’s tab', { platform: 'ios', engine: 'webkit', isInstalled: false }, /“Website Settings”/],
  [
    'an iPhone’s home screen',
    { platform: 'ios', engine: 'webkit', isInstalled: true },
    /^Open Settings, then Apps, Safari/,
  ],
  ['Chrome on Android', { platform: 'android', engine: 'chromium', isInstalled: false }, /“Permissions”/],
  [
    'Android’s home screen',
    { platform: 'android', engine: 'chromium', isInstalled: true },
    /^Open this page in the browser/,
  ],
  ['Firefox on Android', { platform: 'android', engine: 'gecko', isInstalled: false }, /lock/],
  ['Firefox on a computer', { platform: 'other', engine: 'gecko', isInstalled: false }, /crossed-out camera/],
] as const)('a refusal on %s says where it is changed there', (_where, place, way) => {
  expect(cameraWords('refused', { ...place, deletesUnvisited: false }).text).toMatch(way);
});
