import { NO_DESK } from '@/lib/gateways/embedded/engine/device-desk';
import type { User } from '@/lib/accounts/users/user';
import type { NewUser } from '@/lib/accounts/users/user-directory';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import type { Database } from '@/lib/database/database';
import { keyedHash } from '@/lib/database/secrets/keyed-hash';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import type { GatewayStore } from '@/lib/gateways/embedded/engine/gateway-store';
import { EmbeddedPhoneChallengeGateway } from '@/lib/gateways/embedded/embedded-phone-challenge-gateway';
import { completeActivation } from '@/lib/helpdesk/safety/notices/complete-activation';
import type { CallerRequestId } from '@/lib/shared/identifiers/caller-request-id';
import { describeDevice } from '@/lib/devices/describe-device';
import { freezeByPhone } from '@/lib/helpdesk/safety/freeze/freeze-by-phone';
import type { HelpdeskPorts } from '@/lib/helpdesk/desk/helpdesk-ports';
import { recordCallerRequestEnd } from '@/lib/helpdesk/caller-check/record-caller-request-end';
import { watchApprovals } from '@/lib/helpdesk/approvals/offered-kind';
import { helpdeskKinds } from '@/lib/helpdesk/desk/approvals/helpdesk-kinds';
import { watchHelpdesk } from '@/lib/helpdesk/desk/watch-helpdesk';
import type { Clock } from '@/lib/shared/time/clock';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import type { PhoneNumber } from '@/lib/shared/phone-number';
import type { MailAddress } from '@/lib/shared/mail-address';
import { systemRandom } from '@/lib/shared/random';
import { fakeActivation, ORIGIN, type FakeActivation } from './fake-activation-ports';
import { databaseHelpdeskStores, memoryHelpdeskStores, type HelpdeskStores } from './fake-helpdesk-stores';
import { InterruptibleDirectory } from './fake-interruptible-directory';
import { FakeMailbox } from './fake-mailbox';
import { FakePhone } from './fake-phone';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';
import { MemoryRateLimiter } from './stores/memory-rate-limiter';
import { MemoryUserDirectory } from './stores/memory-user-directory';
import { signedInAs } from './principal';
import { GATEWAY_ID } from '../servers/test-gateway';

export const PASSWORD = 'correct horse battery';
const DOMAIN = 'example.org';

/** On record of everybody. */
export const KNOWN_NUMBER = '+493023125003' as PhoneNumber;
const MANAGER = 'ann.chief';

function person(userId: string, roles: NewUser['roles'], group: string | null = null): NewUser {
  const addresses = [`${userId}@example.org`, `${userId}@mail.example.net`] as MailAddress[];
  const [first, second] = addresses;
  const mailAddresses = userId.startsWith('jane') && first && second ? [first, second] : addresses.slice(0, 1);
  return {
    userId,
    domain: DOMAIN,
    displayName: userId,
    roles,
    mailAddresses,
    language: 'en',
    group,
    password: PASSWORD,
    phoneNumbers: [KNOWN_NUMBER],
    managerUserId: userId === MANAGER ? null : MANAGER,
  };
}

export type FakeHelpdesk = {
  ports: HelpdeskPorts;
  stores: HelpdeskStores;
  fake: FakeActivation;
  /** The devices, behind a line that can be cut. */
  directory: InterruptibleDirectory;
  mailbox: FakeMailbox;
  /** A person nobody has met yet, so that tests on one database do not meet each other's. */
  newcomer(group?: string): Promise<User>;
  agent: User;
  otherAgent: User;
  approver: User;
  /** The manager on record of everybody else. */
  manager: User;
  users: MemoryUserDirectory;
  /** Activates a device by the person themselves. */
  activate(user: User, deviceName?: string): Promise<{ instanceId: string; phone: FakePhone }>;
  /** One round of what no request asks for. */
  watch(): Promise<unknown[]>;
};

let newcomers = 0;

/** The helpdesk's use cases around the real embedded gateway, all on one clock. */
export async function fakeHelpdesk(
  openStores: (clock: Clock) => { stores: HelpdeskStores; gatewayStore: GatewayStore } = memory,
): Promise<FakeHelpdesk> {
  let opened: { stores: HelpdeskStores; gatewayStore: GatewayStore } | null = null;
  const fake = fakeActivation(
    (clock) => {
      opened = openStores(clock);
      const { stores, gatewayStore } = opened;
      const { activations: store, audit, changeFeed } = stores;
      return { gatewayStore, store, audit, changeFeed, clear: () => Promise.resolve() };
    },
    ({ requestKey }) => recordCallerRequestEnd(ports, requestKey as CallerRequestId),
  );
  const { stores } = opened ?? openStores(fake.ports.clock);
  const { clock } = fake.ports;
  const users = new MemoryUserDirectory(['board']);
  const add = async (user: NewUser): Promise<User> => {
    await users.add(user);
    const found = await users.find(user.userId, user.domain);
    if (!found) throw new Error(`no ${user.userId}`);
    return found;
  };
  const directory = new InterruptibleDirectory(fake.directory);
  const ports: HelpdeskPorts = {
    ...stores,
    addressChanges: null,
    accountChanges: null,
    contacts: users,
    activation: fake.ports,
    directory,
    phones: new EmbeddedPhoneChallengeGateway(fake.embedded, GATEWAY_ID, 'https://tessera.example.org'),
    users,
    rateLimiter: new MemoryRateLimiter(clock),
    clock,
    random: systemRandom,
    seal: keyedHash('the secret of the site', 'stop'),
    settings: {
      domain: 'example.org',
      publicUrl: 'https://tessera.example.org',
      mailLinks: true,
      organisationName: () => 'Example Bank',
      printAddress: 'printer@example.org' as MailAddress,
      approvalLifetimeMs: HOUR,
      probationMs: 0,
    },
  };
  fake.connect({
    ...NO_DESK,
    describe: (device) => describeDevice(ports, device),
    freeze: (device, press) => freezeByPhone(ports, device, press),
  });
  fake.ports.freezes = stores.freezes;
  fake.ports.onActive = (active) => completeActivation(ports, active, active);
  return {
    ports,
    stores,
    fake,
    directory,
    mailbox: new FakeMailbox(stores.outbox, clock),
    newcomer: (group) => add(person(`jane.${(newcomers += 1)}`, ['user'], group ?? null)),
    agent: await add(person('agent', ['user', 'helpdesk-agent', 'break-glass'])),
    otherAgent: await add(person('other.agent', ['helpdesk-agent', 'break-glass', 'helpdesk-approver'])),
    approver: await add(person('approver', ['helpdesk-approver'])),
    manager: await add(person(MANAGER, ['user'])),
    users,
    async activate(user, deviceName = 'Old phone') {
      const started = await startActivation(fake.ports, user, { deviceName, startKey: null }, ORIGIN);
      if (!started.ok) throw new Error(started.refusal);
      return activateShown(fake, user, started.value.id);
    },
    async watch() {
      const faults: unknown[] = [];
      const onFault = (fault: unknown) => void faults.push(fault);
      const { signal } = new AbortController();
      await watchHelpdesk(ports, onFault, signal);
      await watchApprovals(helpdeskKinds(ports), onFault, signal);
      return faults;
    },
  };
}

/** Plays the phone that scans what an activation shows, to its end. */
export async function activateShown(
  fake: FakeActivation,
  user: User,
  id: Parameters<typeof revealPayload>[2],
): Promise<{ instanceId: string; phone: FakePhone }> {
  const payload = await revealPayload(fake.ports, signedInAs(user), id, 'svg', ORIGIN);
  if (!payload.ok) throw new Error(payload.refusal);
  const phone = new FakePhone(fake.embedded, payload.value.payload);
  for (let step = 0; step < 4; step++) await phone.step();
  const activation = await fake.ports.store.find(id, 'example.org');
  if (activation?.state !== 'active') throw new Error(`the activation is ${activation?.state}`);
  return { instanceId: activation.instanceId, phone };
}

function memory(clock: Clock) {
  return { stores: memoryHelpdeskStores(clock), gatewayStore: new MemoryGatewayStore() };
}

export function onDatabase(database: Database) {
  return (clock: Clock) => ({
    stores: databaseHelpdeskStores(database, clock),
    gatewayStore: new PrismaGatewayStore(database),
  });
}

/** Longer than any link of an invitation lives. */
export const LONG_AFTER_MS = 25 * HOUR + MINUTE;
