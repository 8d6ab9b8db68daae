import { constantTimeEqual } from '../../../../wire/crypto/constant-time-equal';
import { proveCopy } from '../../../../wire/crypto/copy-proof';
import { sha256 } from '../../../../wire/crypto/hash';
import { openCopyMessage } from '../../../../wire/crypto/messages/copy-message';
import { bytesFromHex, hexFromBytes, utf8 } from '../../../../shared/bytes';
import { parseJsonObject, isJsonObject } from '../../../../shared/json-object';
import { accept, refuse } from '../../../../shared/result';
import { openFromDevice } from '../find-device';
import { askingDevice, deviceService } from './device-call';
import { readAnswer, readHexBytes, readName } from './service-fields';
import type { Service } from './service-refusal';

/*
 * Services of Tessera's own, by which a phone leaves a copy of its key, brings it back into an emptied browser, and erases
 * it. What is behind them is refused alike, whatever the reason, so that nothing can be probed.
 */

/** A challenge for the phone's passkey. */
const copyChallenge: Service = {
  allowed: 'front-end',
  run: async ({ desk }) => {
    const challenge = await desk.copyChallenge();
    return challenge.ok ? accept({ challenge: challenge.value }) : challenge;
  },
};

const keepCopy = deviceService(7_168, async (context, { digipassInstanceID, message }, address) => {
  const sealed = bytesFromHex(message);
  const result = await openFromDevice(context, digipassInstanceID, (instanceKey) =>
    openCopyMessage(instanceKey, digipassInstanceID, sealed),
  );
  if (!result.ok) return result;
  const { device, message: left } = result.value;
  const call = { call: hexFromBytes(await sha256(sealed)), address };
  return context.desk.keepCopy(askingDevice(device), left, call);
});

/** Takes the answer of the copy's passkey and the proof of the PIN; see `copy-proof.ts`. */
const bringBack: Service = {
  allowed: 'front-end',
  async run({ desk, clock }, fields, address) {
    const answer = readAnswer(fields['answer']);
    const proof = readHexBytes(fields['proof'], 32);
    if (answer === null || proof === null) return refuse('invalid-parameter');
    const clientDataJson = clientDataOf(answer);
    if (clientDataJson === null) return refuse('invalid-parameter');
    const result = await desk.bringBack({
      answer,
      address,
      call: hexFromBytes(await sha256(utf8(`${proof} ${answer}`))),
      proves: async (verifier) =>
        constantTimeEqual(bytesFromHex(proof), await proveCopy(bytesFromHex(verifier), clientDataJson)),
    });
    if (!result.ok) return result;
    const { value } = result;
    switch (value.outcome) {
      case 'returned':
        return accept({ outcome: value.outcome, digipassInstanceID: value.instanceId, copy: value.copy });
      case 'wrong-pin':
      case 'too-early': {
        // A duration: the phone's clock may be wrong.
        const pauseMs = Math.max(0, value.mayTryAt.getTime() - clock.now().getTime());
        return accept({ outcome: value.outcome, triesLeft: value.triesLeft, pauseMs });
      }
      case 'erased':
        return accept({ outcome: value.outcome });
    }
  },
};

/** Of a phone that has no key any more: what it knows is a token. */
const eraseCopy: Service = {
  allowed: 'front-end',
  async run({ desk }, fields, address) {
    const instanceId = readName(fields['digipassInstanceID'], 1);
    const token = readHexBytes(fields['token'], 32);
    if (instanceId === null || token === null) return refuse('invalid-parameter');
    const call = hexFromBytes(await sha256(utf8(token)));
    return desk.eraseCopy({ instanceId, token }, { call, address });
  },
};

function clientDataOf(answer: string): string | null {
  const response = parseJsonObject(answer)?.['response'];
  const clientDataJson = isJsonObject(response) ? response['clientDataJSON'] : null;
  return typeof clientDataJson === 'string' ? clientDataJson : null;
}

export const COPY_SERVICES: readonly (readonly [string, Service])[] = [
  ['tessera/copyChallenge', copyChallenge],
  ['tessera/keepCopy', keepCopy],
  ['tessera/bringBack', bringBack],
  ['tessera/eraseCopy', eraseCopy],
];
