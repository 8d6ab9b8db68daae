import { EventEmitter } from 'node:events';
import { KeyRing } from '../../../wire/crypto/key-ring';
import { createEmbeddedGateway, type EmbeddedGateway } from '../../../gateways/embedded/engine/embedded-gateway';
import type { RegistrationCredentials } from '../../../gateways/embedded/engine/registration/register';
import type { OfflineRegistration } from '../../../gateways/embedded/engine/registration/register-offline';
import { SECOND } from '../../../shared/time/duration';
import { systemRandom } from '../../../shared/random';
import type { Owner } from '../../../gateways/embedded/engine/gateway-store';
import { refuse, type Result } from '../../../shared/result';
import { MemoryChallengeStore } from './memory-challenge-store';
import { MemoryGatewayStore } from './memory-gateway-store';
import { Accounts, type Account } from './accounts';
import { AdminSessions } from './admin-sessions';
import { FreeLicences, type RegisterRefusal } from './free-licences';
import { DigipassRecords, LICENCE_TYPE } from './digipass-records';
import { HardwareTokens } from './hardware-tokens';
import type { OneSpanOptions } from './onespan-options';
import { PendingOperations } from './pending-operations';
import { Administrators } from './privileges';
import { PhoneChallenges } from './phone-challenges';
import { VirtualAuthenticators } from './virtual-authenticators';

const SESSION_LIMITS = { maximumSessions: 200, maximumPerUser: null, maximumSeconds: 86_400, idleSeconds: 900 };

/** What stands behind the wires: one state for all servers, with the activations in an embedded gateway's engine. */
export class AuthenticationServer {
  readonly options: OneSpanOptions;
  readonly gateway: EmbeddedGateway;
  readonly store = new MemoryGatewayStore();
  readonly keyRing = new KeyRing([{ id: 'one', key: new Uint8Array(32).fill(9) }]);
  readonly accounts: Accounts;
  readonly sessions: AdminSessions;
  readonly records: DigipassRecords;
  readonly hardware: HardwareTokens;
  readonly challenges: PhoneChallenges;
  readonly virtual: VirtualAuthenticators;
  /** Null where registrations make licences as they need them. */
  readonly freeLicences: FreeLicences | null;
  readonly serviceUser: Account;
  /** Decides on pending operations. */
  readonly checker: Account;
  readonly administrators: Administrators;
  readonly pendingOperations = new PendingOperations();
  /** Emits `change` whenever a phone has moved on. */
  readonly progress = new EventEmitter().setMaxListeners(0);
  /** A user's last registration, over any wire. */
  readonly #registrations = new Map<Account, string>();

  constructor(options: OneSpanOptions) {
    const { clock, defaultDomain, serviceUser, checker, users, sessionLimits } = options;
    const now = () => clock.now();
    this.options = options;
    this.accounts = new Accounts(defaultDomain, now);
    this.sessions = new AdminSessions({ ...SESSION_LIMITS, ...sessionLimits }, now);
    this.records = new DigipassRecords(this.store, now, options);
    this.hardware = new HardwareTokens(options);
    for (const token of options.tokens) this.hardware.add(token);
    this.challenges = new PhoneChallenges(this);
    this.virtual = new VirtualAuthenticators(options);
    this.freeLicences = options.freeLicences && new FreeLicences(options.freeLicences);
    this.serviceUser = this.accounts.add({ ...serviceUser, staticPassword: serviceUser.password });
    this.checker = this.accounts.add({ ...checker, staticPassword: checker.password });
    this.administrators = new Administrators(options, this);
    for (const user of users) this.accounts.add(user);
    this.gateway = createEmbeddedGateway({
      store: this.store,
      challenges: new MemoryChallengeStore(this.store),
      clock,
      random: systemRandom,
      keyRing: this.keyRing,
      settings: {
        activationLimit: options.activationLimit,
        registrationLifetimeMs: options.registrationLifetimeSeconds * SECOND,
        offlineLifetimeMs: options.registrationLifetimeSeconds * SECOND,
      },
      frontEndKey: options.frontEndKey,
      backEndKey: options.backEndKey,
      onProgress: async (identifier) => {
        this.records.noteProgress(identifier);
        this.progress.emit('change');
      },
      onChallengeEnd: async () => {},
      onFault: (error) => {
        throw error;
      },
    });
  }

  /** Starts an activation for a person whose credential was checked. */
  register(account: Account): Promise<Result<RegistrationCredentials, RegisterRefusal>> {
    return this.#register(account, (owner) => this.gateway.register(owner));
  }

  /** Starts one whose data travel in images and typed codes (OneSpan §5.3, §6.1). */
  registerOffline(account: Account): Promise<Result<OfflineRegistration, RegisterRefusal>> {
    return this.#register(account, (owner) => this.gateway.registerOffline(owner, this.options.gatewayId));
  }

  async #register<Registration extends { registrationIdentifier: string }>(
    account: Account,
    register: (owner: Owner) => Promise<Result<Registration, 'activation-limit-reached'>>,
  ): Promise<Result<Registration, RegisterRefusal>> {
    const licence = this.records.licenceOf(account);
    if (this.options.limitCounts === 'activations' && licence && this.records.isUsedUp(licence))
      return refuse('activation-limit-reached');
    if (await this.#hasAllOfItsType(account)) return refuse('type-limit-reached');
    if (!licence && this.freeLicences?.isEmpty(account.unit) === true) return refuse('no-licence');
    const registered = await register({ userId: account.userId, domain: account.domain });
    if (registered.ok) {
      this.#registrations.set(account, registered.value.registrationIdentifier);
      if (!licence) this.freeLicences?.take(account.unit);
      this.records.noteRegistration(account);
    }
    return registered;
  }

  /** That devices are counted, and not licences, is inferred. */
  async #hasAllOfItsType(account: Account): Promise<boolean> {
    const limit = this.options.typeLimits[LICENCE_TYPE];
    return limit !== undefined && (await this.store.listInstances(account)).length >= limit;
  }

  /** What became of a person's last registration; null when there is none. */
  async observeLast(account: Account) {
    const identifier = this.#registrations.get(account);
    return identifier === undefined ? null : this.gateway.observe(identifier);
  }
}
