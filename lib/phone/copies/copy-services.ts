import { proveCopy } from '../../wire/crypto/copy-proof';
import { sha256 } from '../../wire/crypto/hash';
import { sealCopyMessage } from '../../wire/crypto/messages/copy-message';
import { hexFromBytes, utf8, type Bytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, type Result } from '../../shared/result';
import { callAsDevice } from '../call-as-device';
import { callService, readHex, readText, type Channel, type StepRefusal } from '../call-service';
import type { KeyedDevice } from '../device-details';
import type { GatewayAddress } from '../gateway-address';
import { GatewayFailure } from '../gateway-failure';
import { untilAnswered } from '../until-answered';
import { copyKeys, sealCopy, type CopiedAccount } from './copy-keys';
import type { CopyPasskey } from './copy-passkey';

/*
 * Services of Tessera's own gateway, beside those of OneSpan §3. All of them may be called again with the same fields, which
 * has the same outcome.
 */

/** A challenge for the passkey of a copy, in base64url. @throws GatewayFailure when the gateway fails */
export async function fetchCopyChallenge(
  gateway: GatewayAddress,
  channel?: Channel,
): Promise<Result<string, StepRefusal>> {
  const reply = await untilAnswered(() => callService(gateway, 'tessera/copyChallenge', {}, channel), channel?.signal);
  return reply.ok ? accept(readText(reply.value, 'challenge')) : reply;
}

/**
 * Leaves a copy of an account at the gateway, in place of an earlier one.
 * @param passkey that was created for it @param pin of the account
 * @returns the token that erases it, in hexadecimal
 * @throws GatewayFailure when the gateway fails and retries do not help
 */
export async function keepCopy(
  gateway: GatewayAddress,
  { instanceId, instanceKey }: KeyedDevice,
  account: Omit<CopiedAccount, 'instanceKey'>,
  { secret, answer }: CopyPasskey,
  pin: string,
  random: Random,
  channel?: Channel,
): Promise<Result<string, StepRefusal>> {
  const keys = await copyKeys(secret, pin);
  const eraseToken = hexFromBytes(random.bytes(32));
  const copy = hexFromBytes(await sealCopy(keys, instanceId, { ...account, instanceKey }));
  const eraseTokenHash = hexFromBytes(await sha256(utf8(eraseToken)));
  const left = { answer, copy, verifier: hexFromBytes(keys.verifier), eraseTokenHash };
  const message = await sealCopyMessage(instanceKey, instanceId, left, random.bytes(12));
  const call = () => callAsDevice(gateway, 'tessera/keepCopy', instanceId, message, channel);
  const reply = await untilAnswered(call, channel?.signal);
  return reply.ok ? accept(eraseToken) : reply;
}

/** @property pauseMs until the next PIN may be tried, in milliseconds */
export type BringBackOutcome =
  | { outcome: 'returned'; instanceId: string; sealed: Bytes }
  | { outcome: 'wrong-pin' | 'too-early'; triesLeft: number; pauseMs: number }
  | { outcome: 'erased' };

/**
 * Asks for the copy of a passkey with a PIN, of which five wrong ones erase it.
 * @param verifier see `CopyKeys`
 * @throws GatewayFailure when the gateway fails and retries do not help
 */
export async function bringBack(
  gateway: GatewayAddress,
  { answer, clientDataJson }: CopyPasskey,
  verifier: Bytes,
  channel?: Channel,
): Promise<Result<BringBackOutcome, StepRefusal>> {
  const fields = { answer, proof: hexFromBytes(await proveCopy(verifier, clientDataJson)) };
  const call = () => callService(gateway, 'tessera/bringBack', fields, channel);
  const reply = await untilAnswered(call, channel?.signal);
  if (!reply.ok) return reply;
  const outcome = readText(reply.value, 'outcome');
  const { triesLeft, pauseMs } = reply.value;
  switch (outcome) {
    case 'returned': {
      const instanceId = readText(reply.value, 'digipassInstanceID');
      return accept({ outcome, instanceId, sealed: readHex(reply.value, 'copy') });
    }
    case 'wrong-pin':
    case 'too-early':
      if (typeof triesLeft !== 'number' || typeof pauseMs !== 'number') throw new GatewayFailure('malformed-reply');
      return accept({ outcome, triesLeft, pauseMs });
    case 'erased':
      return accept({ outcome });
    default:
      throw new GatewayFailure('malformed-reply');
  }
}

/**
 * Erases the copy of a device whose key this phone has erased. Without an answer the copy stays, which the gateway then
 * hands out to whoever has passkey and PIN, or erases after five wrong ones.
 * @returns whether it is known to be erased
 */
export async function eraseCopy(
  gateway: GatewayAddress,
  instanceId: string,
  token: string,
  channel?: Channel,
): Promise<boolean> {
  try {
    const fields = { digipassInstanceID: instanceId, token };
    const call = () => callService(gateway, 'tessera/eraseCopy', fields, channel);
    // Refused: there is none any more.
    await untilAnswered(call, channel?.signal);
    return true;
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}
