import { textFromUtf8, utf8 } from '../../shared/bytes';
import type { Mosaic } from '../../shared/codes/mosaic';
import { MINUTE } from '../../shared/time/duration';
import type { SealedAccount } from '../accounts/account';
import type { LastCall } from './confirm-activation';
import { openOnDevice, sealOnDevice } from '../keys/sealed-on-device';
import type { PhoneDatabase } from '../accounts/phone-database';

const KEY = 'pending';
const CONTEXT = 'last connection of an activation';

/** How long the embedded gateway answers a repeated connection 4 (`lostAnswerMs`). */
export const PENDING_TIME_LIMIT = 15 * MINUTE;

/** An activation whose connection 4 has no answer yet, and the account that it leads to. */
export type PendingActivation = {
  call: LastCall;
  account: SealedAccount;
  begunAt: Date;
  /** See `Linked`; absent in what an earlier release of the app kept. */
  mosaic?: Mosaic | null;
};

/** Stores the phone's pending activation, so that closing the app does not lose it. At most one is kept. */
export class PendingActivationStore {
  readonly #database: PhoneDatabase;
  readonly #deviceKey: CryptoKey;

  constructor(database: PhoneDatabase, deviceKey: CryptoKey) {
    this.#database = database;
    this.#deviceKey = deviceKey;
  }

  /** Replaces any earlier one. @throws DOMException when the browser does not store it */
  async keep({ call, account, begunAt, mosaic = null }: PendingActivation): Promise<void> {
    const sealed = await sealOnDevice(this.#deviceKey, utf8(JSON.stringify(call)), CONTEXT);
    await this.#database.put('pendingActivation', { call: sealed, account, begunAt, mosaic }, KEY);
  }

  /** Erases an activation that is past `PENDING_TIME_LIMIT`. @param now the phone's clock */
  async find(now: Date): Promise<PendingActivation | null> {
    const sealedPendingActivation = await this.#database.get('pendingActivation', KEY);
    if (!sealedPendingActivation) return null;
    const isRecent = Math.abs(now.getTime() - sealedPendingActivation.begunAt.getTime()) < PENDING_TIME_LIMIT;
    const call =
      isRecent && (await openOnDevice(this.#deviceKey, sealedPendingActivation.call, CONTEXT).catch(() => null));
    if (call) return { ...sealedPendingActivation, call: JSON.parse(textFromUtf8(call)) as LastCall };
    await this.erase();
    return null;
  }

  async erase(): Promise<void> {
    await this.#database.delete('pendingActivation', KEY);
  }
}
