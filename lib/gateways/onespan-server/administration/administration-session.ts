import { GatewayError } from '../../../activation/gateway-error';
import type { OneSpanServerConfig } from '../../../config/sections/onespan-server-config';
import type { Clock } from '../../../shared/time/clock';
import { MINUTE } from '../../../shared/time/duration';
import { writeAttributes } from '../soap/attributes';
import {
  describeStatus,
  nameStatus,
  isAuthenticationRefusal,
  isSuccess,
  readOutcome,
  type Outcome,
} from '../soap/outcome';
import type { SoapClient } from '../soap/soap-client';

/**
 * A session that was idle for so long is used to keep it alive. That idle ones end is documented, after which time is
 * not (OneSpan §4.1).
 */
const IDLE_MS = 3 * MINUTE;

/** Pause of log-ons after a refusal, because wrong passwords lock the service user. */
const REFUSED_MS = 5 * MINUTE;

/** The service user's session, shared by all calls that need one: servers allow few (OneSpan §4.1). */
export class AdministrationSession {
  readonly #soap: SoapClient;
  readonly #serviceUser: OneSpanServerConfig['serviceUser'];
  readonly #clock: Clock;
  #current: Promise<string> | null = null;
  #usedAt = 0;
  #refusal: { error: GatewayError; until: number } | null = null;

  constructor(soap: SoapClient, serviceUser: OneSpanServerConfig['serviceUser'], clock: Clock) {
    this.#soap = soap;
    this.#serviceUser = serviceUser;
    this.#clock = clock;
  }

  /** The session's identifier, for immediate use. @throws GatewayError when there is no session */
  async id(): Promise<string> {
    this.#usedAt = this.#clock.now().getTime();
    this.#current ??= this.#logOn();
    const current = this.#current;
    try {
      return await current;
    } catch (error) {
      if (this.#current === current) this.#current = null;
      throw error;
    }
  }

  /** Whether the server still knows the session. */
  async isAlive(id: string): Promise<boolean> {
    return isSuccess((await this.#call('sessionalive', { CREDFLD_SESSION_ID: id })).status);
  }

  /** Replaces a session that has ended, once for all callers. */
  async renew(endedSession: string): Promise<string> {
    const current = this.#current;
    if (current && (await current) === endedSession && this.#current === current) this.#current = null;
    return this.id();
  }

  /** Keeps an idle session alive. Does nothing without a session or after recent use; call it every minute. */
  async keepAlive(): Promise<void> {
    if (!this.#current || this.#clock.now().getTime() - this.#usedAt < IDLE_MS) return;
    const id = await this.id();
    if (!(await this.isAlive(id))) await this.renew(id);
  }

  /** Logs the session off. */
  async close(): Promise<void> {
    const id = await this.#current?.catch(() => null);
    this.#current = null;
    // The server replies the same for a session that ended well and for one that was gone (OneSpan §4.1).
    if (id) await this.#call('logoff', { CREDFLD_SESSION_ID: id });
  }

  async #logOn(): Promise<string> {
    if (this.#refusal && this.#clock.now().getTime() < this.#refusal.until) throw this.#refusal.error;
    const { userId, domain, password } = this.#serviceUser;
    const { status, fields } = await this.#call('logon', {
      CREDFLD_USERID: userId,
      CREDFLD_DOMAIN: domain,
      CREDFLD_PASSWORD: password,
      CREDFLD_PASSWORD_FORMAT: 0,
    });
    const { CREDFLD_SESSION_ID: id } = fields;
    if (isSuccess(status) && id) {
      this.#refusal = null;
      return id;
    }
    const cause = new Error(describeStatus('logon', status));
    const error = new GatewayError('refused-credentials', 'final', { cause, reason: `logon ${nameStatus(status)}` });
    if (isAuthenticationRefusal(status)) this.#refusal = { error, until: this.#clock.now().getTime() + REFUSED_MS };
    throw error;
  }

  /** A log-on is sent once: by a second arrival a wrong password counts twice, and locks the service user sooner. */
  #call(command: 'logon' | 'logoff' | 'sessionalive', fields: Parameters<typeof writeAttributes>[0]): Promise<Outcome> {
    const content = `<attributeSet>${writeAttributes(fields)}</attributeSet>`;
    return this.#soap.call('Administration', command, content, readOutcome, command !== 'logon');
  }
}
