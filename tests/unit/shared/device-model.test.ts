import { describe, expect, it } from 'vitest';
import { isHandHeld, kindOfDevice, modelOfDevice, readDeviceClues } from '@/lib/shared/device-model';

const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

function clues(userAgent: string, { model = '', touchPoints = 0 } = {}) {
  return { userAgent, model, touchPoints };
}

describe('a device that names itself', () => {
  it.each([
    [clues('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1'), 'iPhone', true],
    [clues('Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) Mobile/15E148 Safari/604.1'), 'iPad', true],
    [clues(MAC, { touchPoints: 5 }), 'iPad', true],
    [clues(MAC), 'Mac', false],
    [clues(`${ANDROID} Mobile Safari/537.36`), 'Android phone', true],
    [clues(`${ANDROID} Safari/537.36`), 'Android tablet', true],
    [clues('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0'), 'Windows computer', false],
    [clues('Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0.0.0'), 'Chromebook', false],
    [clues('Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0'), 'Linux computer', false],
    [clues('something else'), null, false],
  ])('a browser that tells %j runs on: %s', (told, kind, isInHand) => {
    expect(kindOfDevice(told)).toBe(kind);
    expect(isHandHeld(told)).toBe(isInHand);
  });

  it.each([
    ['Pixel 9', 'Pixel 9'],
    ['  SM-S921B ', 'SM-S921B'],
    ['K', null],
    ['', null],
    ['two\nlines', 'two lines'],
    ['a'.repeat(41), null],
  ])('a model that is told as %j is shown as %j', (model, name) => {
    expect(modelOfDevice(clues(ANDROID, { model }))).toBe(name);
  });

  it('a browser without client hints, or one that refuses them, tells no model', async () => {
    const refusing = { getHighEntropyValues: () => Promise.reject(new Error('NotAllowed')) };
    const telling = { getHighEntropyValues: async () => ({ model: 'Pixel 9' }) };
    expect(await modelToldBy({})).toBe('');
    expect(await modelToldBy({ userAgentData: refusing })).toBe('');
    expect(await modelToldBy({ userAgentData: telling })).toBe('Pixel 9');
  });
});

async function modelToldBy(hints: object): Promise<string> {
  return (await readDeviceClues({ userAgent: ANDROID, maxTouchPoints: 5, ...hints } as Navigator)).model;
}
