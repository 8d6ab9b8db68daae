import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOfflineOver,
  reduceOffline,
  startOffline,
  type OfflineEvent,
  type OfflineFlow,
} from '@/lib/phone/offline/offline-flow';
import type { Begun, OfflineLinked, Signed } from '@/lib/phone/offline/offline-steps';
import { newAccount } from '../../support/new-account';
import { OFFLINE_MESSAGE } from '../../support/phones/offline-message';

const PIN = '739164';
const begun: Begun = { ...OFFLINE_MESSAGE, deviceCode: '1'.repeat(26), begunAt: new Date(0) };
const linked: OfflineLinked = { ...begun, instanceId: 'VDS1000042-1', instanceKey: new Uint8Array(32).fill(2) };
const signed: Signed = { registrationIdentifier: 'Xk29aLm4', instanceId: 'VDS1000042-1', signature: '2'.repeat(16) };
const account = newAccount({ instanceId: 'VDS1000042-1' });
const biometrics = { credentialId: new Uint8Array(16), secret: null };

const CONFIRMING: OfflineFlow = {
  state: 'confirming',
  message: OFFLINE_MESSAGE,
  issuer: { kind: 'verified', origin: 'https://tessera.example.org' },
};
const SHOWING_DEVICE_CODE: OfflineFlow = { state: 'showing-device-code', begun };
const SCANNING: OfflineFlow = { state: 'scanning-second', begun, problem: null };
const SHOWING_SIGNATURE: OfflineFlow = { state: 'showing-signature', signed, linked: null };

const play = (from: OfflineFlow, events: readonly OfflineEvent[], hasBiometrics = false) =>
  events.reduce((flow, event) => reduceOffline(flow, event, hasBiometrics), from);

const isWithoutAccount = ({ state }: OfflineFlow) => state !== 'storing' && state !== 'showing-signature';

const toPin: OfflineEvent[] = [
  { type: 'confirmed' },
  { type: 'begun', begun },
  { type: 'second-image-wanted' },
  { type: 'second-image-opened', linked },
];
const choosePin: OfflineEvent[] = [{ type: 'pin-chosen', pin: PIN, repeated: PIN }];
const cancel: OfflineEvent[] = [{ type: 'cancel-asked' }, { type: 'cancel-confirmed' }];

describe('an offline activation on the phone', () => {
  test('the offline activation goes from the first image to a signature, one screen after the other', () => {
    const all: OfflineEvent[] = [
      ...toPin,
      ...choosePin,
      { type: 'biometrics-chosen', biometrics },
      { type: 'stored', account, signed },
    ];
    const states = all.map((_, index) => play(CONFIRMING, all.slice(0, index + 1), true).state);
    expect(states).toEqual([
      'beginning',
      'showing-device-code',
      'scanning-second',
      'choosing-pin',
      'choosing-biometrics',
      'storing',
      'showing-signature',
    ]);
    expect(play(CONFIRMING, all, true)).toMatchObject({ signed, linked: { account, instanceKey: linked.instanceKey } });
  });

  test('screens for what this phone does not have are skipped', () => {
    const choice = { pin: PIN, biometrics: null };
    expect(play(CONFIRMING, [...toPin, ...choosePin])).toEqual({ state: 'storing', linked, choice });
  });

  test('a weak PIN and two different ones lead no further', () => {
    const pin = play(CONFIRMING, toPin);
    expect(play(pin, [{ type: 'pin-chosen', pin: '1234', repeated: '1234' }])).toEqual(pin);
    expect(play(pin, [{ type: 'pin-chosen', pin: PIN, repeated: '999' }])).toEqual(pin);
  });

  test('the device code is shown again when the second image is not there yet', () => {
    expect(play(SCANNING, [{ type: 'second-image-put-off' }])).toEqual(SHOWING_DEVICE_CODE);
  });

  test('the scan goes on after an image that is not the second one', () => {
    const flow = play(SCANNING, [{ type: 'second-image-refused', problem: 'other-activation' }]);
    expect(flow).toMatchObject({ state: 'scanning-second', problem: 'other-activation' });
    expect(play(flow, [{ type: 'second-image-opened', linked }]).state).toBe('choosing-pin');
  });

  test('the offline activation asks before cancelling, on every screen before the account is stored', () => {
    for (const flow of [CONFIRMING, SHOWING_DEVICE_CODE, SCANNING, play(CONFIRMING, toPin)]) {
      expect(play(flow, [{ type: 'cancel-asked' }, { type: 'cancel-declined' }])).toEqual(flow);
      expect(play(flow, cancel)).toEqual({ state: 'cancelled' });
    }
    expect(play(SHOWING_SIGNATURE, cancel)).toEqual(SHOWING_SIGNATURE);
  });

  test('a link that is followed meanwhile asks which one it is to be', () => {
    const because = 'link-followed';
    expect(play(SCANNING, [{ type: because }])).toMatchObject({ state: 'asking-to-cancel', because });
    expect(play(SCANNING, [{ type: 'cancel-asked' }, { type: because }])).toMatchObject({ from: SCANNING, because });
  });

  test('the account is removed again only after a question', () => {
    const asked = play(SHOWING_SIGNATURE, [{ type: 'refusal-reported' }]);
    expect(asked.state).toBe('asking-to-remove');
    expect(play(asked, [{ type: 'removal-declined' }])).toEqual(SHOWING_SIGNATURE);
    const removing = play(asked, [{ type: 'removal-confirmed' }]);
    expect(removing).toEqual({ state: 'removing', signed });
    expect(play(removing, [{ type: 'removed' }])).toEqual({ state: 'removed' });
  });

  test('a failing storage of the browser is reported', () => {
    const failed = { state: 'failed', failure: 'storage-failed' };
    for (const events of [[{ type: 'confirmed' } as const], [...toPin, ...choosePin]])
      expect(play(CONFIRMING, [...events, { type: 'failed', failure: 'storage-failed' }])).toEqual(failed);
  });

  test('the offline activation continues after a reload', () => {
    expect(startOffline({ stage: 'device-code', ...begun })).toMatchObject(SHOWING_DEVICE_CODE);
    expect(startOffline({ stage: 'signature', ...signed })).toMatchObject({
      state: 'showing-signature',
      signed,
      linked: null,
    });
  });

  test('threat: no order of events stores an account without a second image that was opened', () => {
    const events: OfflineEvent[] = [
      { type: 'confirmed' },
      { type: 'begun', begun },
      { type: 'second-image-wanted' },
      { type: 'second-image-put-off' },
      { type: 'second-image-refused', problem: 'not-for-this-phone' },
      ...choosePin,
      { type: 'biometrics-chosen', biometrics },
      { type: 'stored', account, signed },
      ...cancel,
      { type: 'cancel-declined' },
      { type: 'link-followed' },
      { type: 'refusal-reported' },
      { type: 'removal-confirmed' },
    ];
    assert(property(array(constantFrom(...events)), (order) => isWithoutAccount(play(CONFIRMING, order, true))));
    expect(isWithoutAccount(play(CONFIRMING, [...toPin, ...choosePin]))).toBe(false);
  });

  test('no event revives an offline activation that is over', () => {
    for (const flow of [play(SCANNING, cancel), { state: 'removed' } as const]) {
      expect(isOfflineOver(flow)).toBe(true);
      expect(play(flow, [...toPin, ...choosePin, { type: 'stored', account, signed }])).toEqual(flow);
    }
    expect(isOfflineOver(SHOWING_SIGNATURE)).toBe(false);
  });
});
