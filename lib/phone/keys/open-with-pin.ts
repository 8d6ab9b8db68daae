import type { Bytes } from '../../shared/bytes';
import type { AccountStore } from '../accounts/account-store';
import { openUnderPin } from './pin-sealed-key';

export type PinOutcome =
  | { outcome: 'opened'; instanceKey: Bytes }
  /** @see PIN_TRIES; 1 to 4 */
  | { outcome: 'wrong-pin'; triesLeft: number }
  /** That was the last try: the keys are gone. */
  | { outcome: 'wiped' }
  /** Removed meanwhile, perhaps in another tab. */
  | { outcome: 'gone' };

/** Runs one piece of work under a name at a time, in all tabs together. */
export type Exclusively = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** Tries a PIN. @throws DOMException when the store was altered or copied from another device */
export async function openWithPin(
  { store, deviceKey, exclusively }: { store: AccountStore; deviceKey: CryptoKey; exclusively: Exclusively },
  instanceId: string,
  pin: string,
): Promise<PinOutcome> {
  return exclusively(`authenticator PIN of ${instanceId}`, async () => {
    const account = await store.takeTry(instanceId);
    if (!account) return { outcome: 'gone' };
    if (account.state === 'wiped') return { outcome: 'wiped' };
    const instanceKey = await openUnderPin(deviceKey, instanceId, account.pinSealedKey, pin);
    if (instanceKey.ok) {
      await store.giveTriesBack(instanceId);
      return { outcome: 'opened', instanceKey: instanceKey.value };
    }
    if (account.triesLeft > 0) return { outcome: 'wrong-pin', triesLeft: account.triesLeft };
    await store.wipe(instanceId);
    return { outcome: 'wiped' };
  });
}
