import { randomUUID } from 'node:crypto';
import { findActiveDevice } from '../../../gateways/embedded/engine/find-device';
import { SECOND } from '../../../shared/time/duration';
import type { Account } from './accounts';
import { noteFailure, noteSuccess } from './authenticate';
import type { AuthenticationServer } from './authentication-server';
import { typedResponse } from './typed-response';

/** As the session's reply spells them (OneSpan §5.1). */
export type SessionStatus = 'pending' | 'accepted' | 'refused' | 'failure' | 'timeout' | 'unknown';

type Session = {
  account: Account;
  openedAt: Date;
  status: Exclude<SessionStatus, 'unknown'>;
  /** The challenge that is answered by typing, and for which device; null where the phone itself answers. */
  typed: { key: string; instanceId: string } | null;
};

/** How long a Secure Channel challenge can be answered (OneSpan §5.5). */
const TYPED_SECONDS = 180;

const LOGINS = new WeakMap<AuthenticationServer, CloudLogins>();

/** Those of a server, which does not know of the cloud. */
export function cloudLoginsOf(server: AuthenticationServer): CloudLogins {
  const logins = LOGINS.get(server) ?? new CloudLogins(server);
  LOGINS.set(server, logins);
  return logins;
}

/** The cloud's logins that wait for a phone, or for what a device shows (OneSpan §5.5). */
class CloudLogins {
  readonly #server: AuthenticationServer;
  readonly #sessions = new Map<string, Session>();

  constructor(server: AuthenticationServer) {
    this.#server = server;
  }

  /**
   * Asks the user's phones.
   * @param way by a push, or by a message that a phone reads from an image
   * @returns null where no phone can be asked
   */
  async ask(
    account: Account,
    way: 'push' | 'scan',
  ): Promise<{ requestID: string; requestMessage: string | null } | null> {
    const { challenges } = this.#server;
    const devices = await challenges.devicesOf(account, way);
    const [first] = devices;
    if (first === undefined) return null;
    const key = challenges.open(account, way === 'push' ? devices : [first], 'Login', way === 'push');
    const requestMessage = way === 'scan' ? await challenges.messageFor(key, first) : null;
    const requestID = this.#add(account, null);
    void this.#follow(requestID, key, account);
    return { requestID, requestMessage };
  }

  /** A session whose push cannot be delivered, which shows only there since 26.R1. */
  failLater(account: Account): string {
    const requestID = this.#add(account, null);
    this.#end(requestID, 'failure');
    return requestID;
  }

  statusOf(requestID: string): SessionStatus {
    const session = this.#sessions.get(requestID);
    if (!session) return 'unknown';
    const { authenticationTimeoutSeconds, clock } = this.#server.options;
    const limitSeconds = session.typed ? TYPED_SECONDS : authenticationTimeoutSeconds;
    const isOver = clock.now().getTime() >= session.openedAt.getTime() + limitSeconds * SECOND;
    return session.status === 'pending' && isOver ? 'timeout' : session.status;
  }

  /** `generate-secure-challenge`. @returns null where the user has no device */
  async challenge(account: Account): Promise<{ requestID: string; requestMessage: string } | null> {
    const { challenges } = this.#server;
    const [instanceId] = await challenges.devicesOf(account, 'scan');
    if (instanceId === undefined) return null;
    const key = challenges.open(account, [instanceId], 'Login', false);
    const requestMessage = await challenges.messageFor(key, instanceId);
    if (requestMessage === null) return null;
    return { requestID: this.#add(account, { key, instanceId }), requestMessage };
  }

  /** What a device shows for a challenge, which is taken once. */
  async answer(account: Account, requestID: string, response: string): Promise<'accepted' | 'failed' | 'no-request'> {
    const session = this.#sessions.get(requestID);
    if (!session?.typed || session.account !== account || this.statusOf(requestID) !== 'pending') return 'no-request';
    const { key, instanceId } = session.typed;
    const device = await findActiveDevice(this.#server, instanceId);
    const right = device && (await typedResponse(device.instanceKey, { ...account, challengeKey: key, instanceId }));
    if (response !== right) {
      noteFailure(this.#server, account);
      return 'failed';
    }
    this.#accept(requestID, account, instanceId);
    return 'accepted';
  }

  async #follow(requestID: string, key: string, account: Account): Promise<void> {
    const ending = await this.#server.challenges.wait(key, account);
    switch (ending?.kind) {
      case 'approved':
        this.#accept(requestID, account, ending.instanceId);
        return;
      case 'cancelled':
        this.#end(requestID, 'refused');
        return;
      case 'wrong-signature':
        noteFailure(this.#server, account);
        this.#end(requestID, 'failure');
        return;
      case 'timed-out':
      case undefined:
        this.#end(requestID, 'timeout');
    }
  }

  #accept(requestID: string, account: Account, instanceId: string): void {
    this.#server.records.noteAuthentication(instanceId);
    noteSuccess(account, instanceId, this.#server.options.clock.now());
    this.#end(requestID, 'accepted');
  }

  #add(account: Account, typed: Session['typed']): string {
    const requestID = randomUUID();
    this.#sessions.set(requestID, { account, openedAt: this.#server.options.clock.now(), status: 'pending', typed });
    return requestID;
  }

  #end(requestID: string, status: Session['status']): void {
    const session = this.#sessions.get(requestID);
    if (session?.status === 'pending') session.status = status;
  }
}
