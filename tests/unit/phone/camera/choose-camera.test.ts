import { describe, expect, test } from 'vitest';
import { mainBackCamera, nextCamera, type Camera } from '@/components/phone/camera/choose-camera';

const camera = (label: string, ...facing: string[]): Camera => ({ deviceId: `id of ${label}`, label, facing });

/** Labels as phones give them, the main camera on the back first. */
const PHONES: readonly (readonly [phone: string, main: string, ...others: string[]])[] = [
  ['an Android phone with one', 'camera2 0, facing back', 'camera2 1, facing front'],
  [
    'an Android phone with four',
    'camera2 0, facing back',
    'camera2 3, facing front',
    'camera2 2, facing back',
    'camera2 1, facing front',
    'camera2 10, facing back',
  ],
  ['Firefox on Android', 'Facing back:0', 'Facing front:1', 'Facing back:2'],
  [
    'an iPhone',
    'Back Camera',
    'Front Camera',
    'Back Ultra Wide Camera',
    'Back Dual Wide Camera',
    'Back Triple Camera',
    'Back Telephoto Camera',
    'Desk View Camera',
  ],
  [
    'a German iPhone',
    'Rückkamera',
    'Frontkamera',
    'Rückseitige Ultra-Weitwinkelkamera',
    'Rückseitige Dual-Weitwinkelkamera',
    'Rückseitige Telefotokamera',
  ],
  ['a French iPhone', 'Caméra arrière', 'Caméra avant', 'Caméra arrière ultra grand angle', 'Double caméra arrière'],
  ['a Dutch iPhone', 'Camera achterzijde', 'Camera voorzijde', 'Ultragroothoekcamera achterzijde'],
  ['a Japanese iPhone', '背面カメラ', '前面カメラ', '背面超広角カメラ', '背面デュアル広角カメラ'],
];

describe('the main camera', () => {
  test.each(PHONES)('%s has its main camera on the back chosen, wherever it stands', (_phone, main, ...others) => {
    const labels = [main, ...others];
    for (let turn = 0; turn < labels.length; turn++) {
      const turned = [...labels.slice(turn), ...labels.slice(0, turn)].map((label) => camera(label));
      expect(mainBackCamera(turned)?.label).toBe(main);
    }
  });

  test('what a camera says of itself counts more than its label', () => {
    const back = camera('Vorder- und Rückkamera', 'environment');
    expect(mainBackCamera([camera('Back Camera', 'user'), back])).toBe(back);
    expect(mainBackCamera([camera('USB 1', 'user'), camera('USB 2')])).toBeNull();
  });

  test('a phone whose lenses are joined reads with those rather than with the telephoto lens', () => {
    const labels = ['Back Telephoto Camera', 'Back Triple Camera', 'Back Ultra Wide Camera'];
    expect(mainBackCamera(labels.map((label) => camera(label)))?.label).toBe('Back Triple Camera');
  });

  test('an ultra-wide or front camera is never chosen, nor one of a computer', () => {
    expect(mainBackCamera([camera('Back Ultra Wide Camera'), camera('Front Camera')])).toBeNull();
    expect(mainBackCamera([camera('Integrated Webcam (0bda:5634)'), camera('FaceTime HD Camera')])).toBeNull();
    expect(mainBackCamera([])).toBeNull();
  });
});

test('switching goes once around all cameras, those on the back first, and comes back to where it began', () => {
  const labels = ['Front Camera', 'Back Ultra Wide Camera', 'Back Camera', 'Back Telephoto Camera'];
  const cameras = labels.map((label) => camera(label));
  const seen: string[] = [];
  let at = 'id of Back Camera';
  do {
    const next = nextCamera(cameras, at);
    if (!next) throw new Error('no other camera');
    seen.push(next.label);
    at = next.deviceId;
  } while (at !== 'id of Back Camera');
  expect(seen).toEqual(['Back Telephoto Camera', 'Back Ultra Wide Camera', 'Front Camera', 'Back Camera']);
  expect(nextCamera([camera('Back Camera')], 'id of Back Camera')).toBeNull();
});
