import type { User } from '@/lib/accounts/users/user';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import type { Database } from '@/lib/database/database';
import { finishActs } from '@/lib/devices/acts/act-at-gateway';
import { watchReplacements } from '@/lib/devices/replacement/watch-replacements';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { watchApprovals } from '@/lib/helpdesk/approvals/offered-kind';
import { helpdeskKinds } from '@/lib/helpdesk/desk/approvals/helpdesk-kinds';
import { watchHelpdesk } from '@/lib/helpdesk/desk/watch-helpdesk';
import { DAY, MINUTE } from '@/lib/shared/time/duration';
import { fakeHelpdesk, onDatabase, type FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import type { ReceivedMail } from '../../support/doubles/fake-mailbox';
import { MortalProcess, type Fate } from '../../support/doubles/fake-mortal-process';
import { limitOf } from '@/lib/accounts/sign-in/limits';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';
import { whatIsKept } from './what-is-kept';
import { generateRecoveryCode } from '@/lib/accounts/recovery/recovery-code';
import type { RecoveryCodeStore } from '@/lib/accounts/recovery/recovery-code-store';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { generateActivationLinkId, type MadeLink } from '@/lib/helpdesk/activation-links/activation-link';
import { SlowHashes } from '@/lib/database/secrets/slow-hashes';
import { PrismaRecoveryCodeStore } from '@/lib/database/tables/accounts/prisma-recovery-code-store';
import { PrismaActivationLinkStore } from '@/lib/database/tables/activation-links/prisma-activation-link-store';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { systemRandom } from '@/lib/shared/random';
import { CHEAP } from '../../support/doubles/fake-administration';
import { newSession } from '../../support/new-session';
import { testPersister } from '../../support/test-chain';

/** Longer than a process keeps others away from what it looks after. */
const BETWEEN_ROUNDS_MS = MINUTE;
const MAXIMUM_ROUNDS = 5;

/**
 * What a single process does, ready for any that there is.
 * @property isRound whether it is a round, which does it for everybody at once
 * @property isTyped whether its user types what is kept nowhere, and types it again when there was no answer
 */
export type Act = {
  user: User;
  isRound?: true;
  isTyped?: true;
  run: (ports: HelpdeskPorts) => Promise<unknown>;
};

/** Where a process dies: at a call of a port, by its place in their order. */
export type Place = { name: string; fate: Fate | null };

/** One database and one gateway, which outlive the processes that use them. */
export class InterruptedWorld {
  /** What activations are registered with. */
  readonly credential: string | undefined;
  readonly helpdesk: FakeHelpdesk;
  readonly #database: Database;
  readonly #sent: ReceivedMail[] = [];
  #serialNumbers = 0;

  protected constructor(helpdesk: FakeHelpdesk, database: Database, credential?: string) {
    this.helpdesk = helpdesk;
    this.credential = credential;
    this.#database = database;
  }

  static async on(database: Database): Promise<InterruptedWorld> {
    return new InterruptedWorld(await fakeHelpdesk(onDatabase(database)), database);
  }

  /** The ports of a process that lives. */
  get ports(): HelpdeskPorts {
    return this.helpdesk.ports;
  }

  /** A new person, for whom no budget has been touched. */
  async newcomer(group?: string): Promise<User> {
    const rateLimiter = new MemoryRateLimiter(this.ports.clock);
    // One agent skips approval for everybody whose process dies, far more often than a day allows.
    const take = rateLimiter.take.bind(rateLimiter);
    rateLimiter.take = (budgets) => take(budgets.filter(({ key }) => limitOf(key) !== 'person:break-glass'));
    this.ports.rateLimiter = rateLimiter;
    this.ports.activation.rateLimiter = rateLimiter;
    return this.helpdesk.newcomer(group);
  }

  /** Adds a device at the gateway, without the cryptography of an activation. @returns its instance ID */
  async addDevice({ userId, domain }: User, description: string): Promise<string> {
    const serialNumber = `VDT${String((this.#serialNumbers += 1)).padStart(7, '0')}`;
    const now = this.ports.clock.now();
    const [added] = await this.#database.sql<{ instanceId: string }>`
      WITH licence AS (
        INSERT INTO gateway_licence AS known
          (serial_number, user_id, domain, encrypted_key, activation_limit, pin_minimum_length, pin_maximum_length,
          notifications_enabled, next_sequence_number, created_at)
        VALUES (${serialNumber}, ${userId}, ${domain}, 'sealed', 5, 4, 8, true, 2, ${now})
        ON CONFLICT (user_id, domain) DO UPDATE SET next_sequence_number = known.next_sequence_number + 1
        RETURNING serial_number, next_sequence_number - 1 AS sequence_number
      )
      INSERT INTO gateway_instance
        (serial_number, sequence_number, encrypted_key, device_code, description, state, activated_at)
      SELECT serial_number, sequence_number, 'sealed', '1', ${description}, 'active', ${now}::timestamptz FROM licence
      RETURNING serial_number || '-' || sequence_number AS "instanceId"`;
    return added?.instanceId ?? '';
  }

  /** Opens a session, and in it a link of another site. */
  async enterByLink(user: User): Promise<SignedIn> {
    const { sessions, clock } = this.ports;
    const session = newSession(user, clock.now());
    await sessions.create(session, await sessions.epochOf(user));
    const links = new PrismaActivationLinkStore(this.#database, testPersister(clock));
    const { userId, domain } = user;
    const { id: sessionId, expiresAt: endsAt } = session;
    const now = clock.now();
    const made: MadeLink = {
      state: 'made',
      id: generateActivationLinkId(systemRandom),
      userId,
      domain,
      madeAt: now,
      expiresAt: endsAt,
      serviceAccountId: `sva-${'1'.repeat(32)}` as ServiceAccountId,
      returnUrl: 'https://bank.example',
      callerState: '',
    };
    await links.create(made, { events: [], messages: [] });
    const opened = { ...made, state: 'opened', sessionId, openedAt: now, endsAt, activationId: null } as const;
    await links.open(opened, { events: [], messages: [] });
    return { user, scope: { kind: 'full' }, session };
  }

  /** Makes a recovery code. @returns it, and the store that compares it */
  async makeRecoveryCode({ user, session }: SignedIn): Promise<{ typed: string; recoveryCodes: RecoveryCodeStore }> {
    const { clock } = this.ports;
    const recoveryCodes = new PrismaRecoveryCodeStore(
      this.#database.client,
      testPersister(clock),
      new SlowHashes(CHEAP),
    );
    const made = { ...generateRecoveryCode(systemRandom), madeAt: clock.now() };
    await recoveryCodes.keep(user, made, session.id, [], null);
    return { typed: made.code, recoveryCodes };
  }

  /** The phone finishes with the gateway, of which the website has not heard yet. */
  async finishAtGateway(user: User, registrationIdentifier: string): Promise<void> {
    const instanceId = await this.addDevice(user, 'Fake phone');
    const now = this.ports.clock.now();
    await this.#database.sql`
      UPDATE gateway_registration
      SET state = 'activated', encrypted_verifier = NULL, sequence_number = ${instanceId.split('-')[1]}::int,
        keyed_at = ${now}::timestamptz, data_sent_at = ${now}::timestamptz, device_added_at = ${now}::timestamptz,
        ended_at = ${now}::timestamptz
      WHERE identifier = ${registrationIdentifier}`;
  }

  /** Runs an act in a process that lives. @returns where one like it can die */
  async live({ run }: Act): Promise<Place[]> {
    const process = new MortalProcess(this.ports, null);
    await process.run(run);
    const { effects } = process;
    return (['before', 'after'] as const).flatMap((when) =>
      effects.map((effect, index) => ({
        name: `dies ${when} call ${index + 1} of ${effects.length}, ${effect}`,
        fate: { when, index },
      })),
    );
  }

  /** Runs an act in a process that dies. @returns whether it died at that place */
  async die({ run }: Act, { name, fate }: Place): Promise<boolean> {
    const process = new MortalProcess(this.ports, fate);
    await process.run(run);
    return process.isDead && name.endsWith(`, ${process.effects.at(-1)}`);
  }

  /** Runs the rounds of a new process until they change nothing. @returns what is kept of each person then */
  async settle(users: User[]): Promise<string[][]> {
    let before = await this.stateOf(users);
    for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
      this.helpdesk.fake.pass(BETWEEN_ROUNDS_MS);
      await this.#round();
      const after = await this.stateOf(users);
      if (JSON.stringify(after) === JSON.stringify(before)) return after;
      before = after;
    }
    throw new Error('the rounds do not come to an end');
  }

  async #round(): Promise<void> {
    const faults: unknown[] = [];
    const onFault = (fault: unknown) => void faults.push(fault);
    const { signal } = new AbortController();
    await watchHelpdesk(this.ports, onFault, signal);
    await watchApprovals(helpdeskKinds(this.ports), onFault, signal);
    await watchReplacements(this.ports, onFault, signal);
    await finishActs(this.ports, onFault, signal);
    await watchActivations(this.ports.activation, onFault, signal);
    if (faults.length > 0) throw new AggregateError(faults, 'a round met faults');
  }

  /** What is kept of each person, and what was mailed about them. */
  async stateOf(users: User[]): Promise<string[][]> {
    await this.#takeMails();
    const sent = [...this.helpdesk.mailbox.received, ...this.#sent];
    const ids = users.map(({ userId }) => userId);
    const kept = await whatIsKept(this.#database.sql, ids);
    return ids.map((userId) => {
      const own = sent.filter(({ content }) => 'userId' in content && content.userId === userId);
      const mails = own.map(({ to, content }) => `mail ${content.kind} to ${to.replace(userId, 'them')}`);
      return (kept.get(userId) ?? []).concat(mails.toSorted());
    });
  }

  /** Keeps what they say, and leaves them leased, so that each is taken once. */
  async #takeMails(): Promise<void> {
    const now = this.ports.clock.now();
    const until = new Date(now.getTime() + 1_000 * DAY);
    for (const { delivery } of await this.helpdesk.stores.outbox.lease('mail', now, until, 1_000)) {
      if (delivery.channel === 'mail') this.#sent.push({ to: delivery.to, content: delivery.content });
    }
  }
}
