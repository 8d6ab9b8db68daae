import { openLoginRefusal } from '../../../wire/crypto/messages/login-refusal-message';
import { signLogin } from '../../../wire/crypto/messages/login-signature';
import { sealForChannel } from '../../../wire/crypto/secure-channel';
import type { KeyRing } from '../../../wire/crypto/key-ring';
import { findActiveDevice, type Device } from '../../../gateways/embedded/engine/find-device';
import { bytesFromHex, hexFromBytes, utf8 } from '../../../shared/bytes';
import { formatInstanceId } from '../../../shared/identifiers/instance-id';
import { systemRandom } from '../../../shared/random';
import { SECOND } from '../../../shared/time/duration';
import type { Account } from './accounts';
import type { DigipassRecords } from './digipass-records';
import type { MemoryGatewayStore } from './memory-gateway-store';
import type { OneSpanOptions } from './onespan-options';

/** How a request ended for the call that waits for the phone. */
type Ending = { kind: 'approved'; instanceId: string } | { kind: 'wrong-signature' | 'cancelled' | 'timed-out' };

type PhoneChallenge = {
  /** Ten digits, as in the published samples. */
  key: string;
  account: Account;
  /** The only devices that may read it. */
  instanceIds: readonly string[];
  /** Shown on the phone. */
  text: string;
  openedAt: Date;
  isPushed: boolean;
  /** The one device that has read it. */
  reader: Device | null;
  /** Of the call that waits; null while none does. */
  end: ((ending: Ending) => void) | null;
};

/** What it needs of the authentication server. */
type Server = {
  options: OneSpanOptions;
  store: MemoryGatewayStore;
  keyRing: KeyRing;
  records: Pick<DigipassRecords, 'isUsable'>;
};

type PhoneAnswer = { userId: string; domain: string | null; key: string; signature: string };

/**
 * Scan and login, push and login: what the authentication server keeps between its SOAP commands and the phone's calls
 * to DIGIPASS Gateway. The encryption and the signature are the engine's, since the vendor's are not published.
 */
export class PhoneChallenges {
  readonly #challenges = new Map<string, PhoneChallenge>();
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /**
   * The user's devices that can answer, the newest first; none that works later or has expired.
   * @param way a push needs a notification identifier (PNID)
   */
  async devicesOf(account: Account, way: 'scan' | 'push'): Promise<string[]> {
    const instances = await this.#server.store.listInstances(account);
    return instances
      .filter(({ state, notificationHash }) => state === 'active' && (way === 'scan' || notificationHash !== null))
      .map(({ serialNumber, sequenceNumber }) => formatInstanceId(serialNumber, sequenceNumber))
      .filter((instanceId) => this.#server.records.isUsable(instanceId));
  }

  open(account: Account, instanceIds: readonly string[], text: string, isPushed: boolean): string {
    const key = String(Number.parseInt(hexFromBytes(systemRandom.bytes(4)), 16)).padStart(10, '0');
    const openedAt = this.#server.options.clock.now();
    this.#challenges.set(key, { key, account, instanceIds, text, openedAt, isPushed, reader: null, end: null });
    return key;
  }

  /** The newest challenge that was pushed to a device and that nobody has read; null for none. */
  pushedTo(instanceId: string): string | null {
    const pushed = [...this.#challenges.keys()].map((key) => this.#find(key));
    return pushed.findLast((one) => one?.isPushed && !one.reader && one.instanceIds.includes(instanceId))?.key ?? null;
  }

  /** The request message of `getSecureChallenge`, in hexadecimal. */
  async messageFor(key: string, instanceId: string): Promise<string | null> {
    const [challenge, device] = [this.#find(key), await findActiveDevice(this.#server, instanceId)];
    return challenge && device && hexFromBytes(await sealRequest(challenge, device)).toUpperCase();
  }

  /** `getPreparedSecureChallenge` has one reader; for others the challenge does not exist. @returns its message */
  async read(key: string, instanceId: string): Promise<string | null> {
    const device = await findActiveDevice(this.#server, instanceId);
    const challenge = this.#find(key);
    if (!challenge || !device || challenge.reader || !challenge.instanceIds.includes(instanceId)) return null;
    challenge.reader = device;
    return hexFromBytes(await sealRequest(challenge, device));
  }

  /**
   * Waits for the phone. A challenge that has ended is gone.
   * @returns null where there is none of that user to wait for, or another call waits for it
   */
  wait(key: string, account: Account): Promise<Ending> | null {
    const challenge = this.#find(key);
    if (!challenge || challenge.account !== account || challenge.end) return null;
    return new Promise((resolve) => {
      const end = (ending: Ending) => {
        clearTimeout(timer);
        this.#challenges.delete(key);
        resolve(ending);
      };
      const limitMs = this.#server.options.authenticationTimeoutSeconds * SECOND;
      const timer = setTimeout(() => end({ kind: 'timed-out' }), limitMs).unref();
      challenge.end = end;
    });
  }

  /** The phone's `authUser`; false for a wrong signature, null where nothing waits for it. */
  async answer({ userId, domain, key, signature }: PhoneAnswer): Promise<Device | false | null> {
    const challenge = this.#find(key);
    const { reader, account, end } = challenge ?? {};
    if (!reader || !account || !end) return null;
    if (userId !== account.userId || (domain !== null && domain !== account.domain)) return null;
    const { instanceId } = reader;
    const login = { challengeKey: key, instanceId, userId, domain: account.domain, origin: '', number: '' };
    if ((await signLogin(reader.instanceKey, login)) !== signature) {
      end({ kind: 'wrong-signature' });
      return false;
    }
    end({ kind: 'approved', instanceId });
    return reader;
  }

  /** The phone's `cancelAuthUser`: the wrapped key proves that the device itself says so. @param wrapped hexadecimal */
  async cancel(instanceId: string, wrapped: string): Promise<boolean> {
    const device = await findActiveDevice(this.#server, instanceId);
    const opened = device && (await openLoginRefusal(device.instanceKey, instanceId, bytesFromHex(wrapped)));
    const challenge = opened?.ok ? this.#find(opened.value.challengeKey) : null;
    if (challenge?.reader?.instanceId !== instanceId) return false;
    // Nobody waits yet: the challenge is over all the same.
    if (challenge.end) challenge.end({ kind: 'cancelled' });
    else this.#challenges.delete(challenge.key);
    return true;
  }

  /** A challenge that is older than the cache keeps any no longer exists, even while a call waits for it. */
  #find(key: string): PhoneChallenge | null {
    const { clock, challengeAgeSeconds } = this.#server.options;
    const challenge = this.#challenges.get(key);
    if (!challenge) return null;
    return clock.now().getTime() < challenge.openedAt.getTime() + challengeAgeSeconds * SECOND ? challenge : null;
  }
}

/** A semicolon list with user and domain at indexes 4 and 5 (OneSpan §3.4, code). */
function sealRequest({ key, account, text }: PhoneChallenge, { instanceKey, instanceId }: Device) {
  const { userId, domain } = account;
  const message = utf8(['01', '90', key, '', userId, domain, text].join(';'));
  return sealForChannel(instanceKey, 'login request', instanceId, message, systemRandom.bytes(12));
}
