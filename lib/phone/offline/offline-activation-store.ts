import { decodeOfflineMessage, encodeOfflineMessage } from '../../wire/crypto/messages/offline-message';
import { textFromUtf8, utf8 } from '../../shared/bytes';
import { openOnDevice, sealOnDevice } from '../keys/sealed-on-device';
import { OFFLINE_TIME_LIMIT } from './offline-time-limit';
import type { PendingOffline, Signed } from './offline-steps';
import type { PhoneDatabase } from '../accounts/phone-database';

const KEY = 'pending';
const CONTEXT = 'offline activation';

type Kept =
  | { stage: 'device-code'; firstImage: string; deviceCode: string; begunAt: number }
  | ({ stage: 'signature' } & Signed);

/** Stores the phone's offline activation under the device key, so that a reload does not lose it. At most one is kept. */
export class OfflineActivationStore {
  readonly #database: PhoneDatabase;
  readonly #deviceKey: CryptoKey;

  constructor(database: PhoneDatabase, deviceKey: CryptoKey) {
    this.#database = database;
    this.#deviceKey = deviceKey;
  }

  /** Replaces any earlier one. @throws DOMException when the browser does not store it */
  async keep(pending: PendingOffline): Promise<void> {
    const bytes = utf8(JSON.stringify(pending.stage === 'signature' ? pending : packed(pending)));
    await this.#database.put('offlineActivation', await sealOnDevice(this.#deviceKey, bytes, CONTEXT), KEY);
  }

  /**
   * Erases an activation that is past `OFFLINE_TIME_LIMIT`. A signature stays until the user says whether the website took
   * it: it belongs to a stored account, and only the user knows whether that works.
   * @param now the phone's clock
   */
  async find(now: Date): Promise<PendingOffline | null> {
    const sealed = await this.#database.get('offlineActivation', KEY);
    const pending =
      sealed &&
      (await openOnDevice(this.#deviceKey, sealed, CONTEXT).then(
        (bytes) => unpacked(JSON.parse(textFromUtf8(bytes)) as Kept),
        () => null,
      ));
    if (pending && (pending.stage === 'signature' || isRecent(pending.begunAt, now))) return pending;
    if (sealed) await this.erase();
    return null;
  }

  async erase(): Promise<void> {
    await this.#database.delete('offlineActivation', KEY);
  }
}

function packed(pending: Extract<PendingOffline, { stage: 'device-code' }>): Kept {
  const { stage, deviceCode, begunAt } = pending;
  return { stage, firstImage: encodeOfflineMessage(pending), deviceCode, begunAt: begunAt.getTime() };
}

function unpacked(stored: Kept): PendingOffline | null {
  if (stored.stage === 'signature') return stored;
  const { stage, firstImage, deviceCode, begunAt } = stored;
  const message = decodeOfflineMessage(firstImage);
  if (!message.ok || message.value.kind !== 'first') return null;
  return { stage, ...message.value, deviceCode, begunAt: new Date(begunAt) };
}

function isRecent(begunAt: Date, now: Date): boolean {
  return Math.abs(now.getTime() - begunAt.getTime()) < OFFLINE_TIME_LIMIT;
}
