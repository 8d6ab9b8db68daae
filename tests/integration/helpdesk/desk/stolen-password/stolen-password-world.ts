import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import type { ProofPorts } from '@/lib/accounts/proofs/check-proofs';
import type { EnrolmentLevel } from '@/lib/accounts/proofs/proof-policy';
import type { AddressChanges } from '@/lib/accounts/users/known-addresses';
import type { User } from '@/lib/accounts/users/user';
import type { Account, AccountDetails, AccountStore } from '@/lib/helpdesk/administration/account-store';
import type { AccountPorts } from '@/lib/helpdesk/administration/administration-ports';
import type { MailedSecretStore } from '@/lib/helpdesk/administration/mailed-secret';
import { mailedCodes } from '@/lib/helpdesk/administration/proof-code';
import { openInvitations } from '@/lib/helpdesk/invitations/find-open-invitation';
import { probationDirectory } from '@/lib/devices/probation-directory';
import { DirectoryVouchingDevices } from '@/lib/devices/vouching-devices';
import { fetchGatewayAddress, type GatewayAddress } from '@/lib/phone/gateway-address';
import type { SideEffects } from '@/lib/messaging/new-message';
import type { UserKey } from '@/lib/shared/identifiers/user-key';
import { accept, refuse, type Result } from '@/lib/shared/result';
import { DAY } from '@/lib/shared/time/duration';
import { sha256OfText } from '@/lib/shared/bytes';
import { fakeAccess } from '../../../../support/doubles/fake-access-ports';
import { fakeHelpdesk, type FakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { MemoryActivationStore } from '../../../../support/doubles/stores/memory-activation-store';
import { MemoryUserDirectory } from '../../../../support/doubles/stores/memory-user-directory';
import { CallersPhone } from '../../../../support/phones/callers-phone';
import { GatewayServer } from '../../../../support/servers/gateway-server';
import { FRONT_END_KEY, GATEWAY_ID } from '../../../../support/servers/test-gateway';

/** The site with everything that a session and a phone can do. @property accomplice has an account and a trusted phone */
export type StolenPasswordWorld = FakeHelpdesk & {
  level: EnrolmentLevel;
  proofs: ProofPorts;
  phoneSignIn: PhoneSignInPorts;
  administration: AccountPorts;
  accomplice: CallersPhone;
  /** Turns a new device's notifications on. */
  listen(user: User, activated: Awaited<ReturnType<FakeHelpdesk['activate']>>): Promise<CallersPhone>;
  /** What was mailed to an address lately: whoever reads it has the code. */
  mailedCode(address: string): string | null;
  close(): Promise<void>;
};

export async function openStolenPasswordWorld(level: EnrolmentLevel): Promise<StolenPasswordWorld> {
  const world = await fakeHelpdesk();
  const access = await fakeAccess();
  const { users, sessions, freezes, audit, clock, rateLimiter, phones, directory: devicesOfAll } = world.ports;
  const { activations } = world.stores;
  if (!phones || !(activations instanceof MemoryActivationStore) || !(users instanceof MemoryUserDirectory))
    throw new TypeError('the helpdesk of tests is in memory');
  const { recoveryCodes, vouchers } = activations;
  const useUp = vouchers.useUp.bind(vouchers);
  access.passkeys.store.useUp = useUp;
  recoveryCodes.useUpVoucher = useUp;
  for (const store of [access.passkeys.store, recoveryCodes])
    store.isOpen = async ({ id, now }) => (await sessions.find(id, now)) !== null;
  activations.prove = (session, at, kind) => sessions.prove(session, kind, at);
  const times = world.ports.notices;
  const directory = probationDirectory(devicesOfAll, { times, clock, probationMs: DAY });
  world.ports.settings = { ...world.ports.settings, probationMs: DAY };
  const shared = { ...access, users, sessions, freezes, audit, clock, rateLimiter, recoveryCodes, vouchers };
  const devices = new DirectoryVouchingDevices({ directory, rateLimiter, audit });
  const { accounts, secrets, mailedCode } = memoryAccounts(users, world);
  const proofs: ProofPorts = {
    ...shared,
    devices,
    heldInvitations: openInvitations(world.ports),
    probation: { ms: DAY, addressChanges: accounts },
    mailedCodes: mailedCodes({ ...shared, accounts, secrets, hash: sha256OfText }),
    staff: { level, isExempt: () => false },
  };
  world.ports.addressChanges = accounts;
  const server = await GatewayServer.open(world.fake.embedded, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
  const address: GatewayAddress = await fetchGatewayAddress(server.url);
  const listen: StolenPasswordWorld['listen'] = ({ userId, domain }, { instanceId, phone: { instanceKey } }) =>
    CallersPhone.listen(world.fake.embedded, address, { instanceId, userId, domain, instanceKey });
  const stranger = await world.newcomer();
  const accomplice = await listen(stranger, await world.activate(stranger));
  world.fake.pass(2 * DAY);
  return {
    ...world,
    level,
    proofs,
    phoneSignIn: { ...shared, gateway: phones, devices },
    administration: { accounts, sessions, audit, clock },
    accomplice,
    listen,
    mailedCode,
    close: () => server.close(),
  };
}

/** The accounts as far as their users change them, and what is mailed to them. The adapters have their contract tests. */
function memoryAccounts(users: MemoryUserDirectory, { ports }: FakeHelpdesk) {
  const changes = new Map<string, Date>();
  const codes = new Map<string, { secretHash: string; expiresAt: Date }>();
  const mails = new Map<string, string>();
  const lastAddressChange = async ({ userId }: UserKey) => changes.get(userId) ?? null;
  const accounts = {
    lastAddressChange,
    async find(named: UserKey) {
      const user = await users.find(named.userId, named.domain);
      return user && ({ user, addressesChangedAt: await lastAddressChange(user) } as Account);
    },
    async changeDetails<Refusal extends string>(
      { user, at }: Parameters<AccountStore['changeDetails']>[0],
      decide: (before: User) => Result<{ details: AccountDetails; sideEffects: SideEffects }, Refusal>,
    ) {
      const before = await users.find(user.userId, user.domain);
      if (!before) return refuse('not-found');
      const decided = decide(before);
      if (!decided.ok) return decided;
      const { details, sideEffects } = decided.value;
      users.setMailAddresses(user, details.mailAddresses);
      changes.set(user.userId, at);
      codes.delete(user.userId);
      for (const event of sideEffects.events) await ports.audit.append(event);
      return accept(null);
    },
  } satisfies Partial<AccountStore & AddressChanges> as unknown as AccountStore & AddressChanges;
  const isLive = (userId: string, secretHash: string, now: Date) => {
    const kept = codes.get(userId);
    return kept?.secretHash === secretHash && now < kept.expiresAt;
  };
  const secrets = {
    async keep({ user: { userId }, secretHash, expiresAt }, { messages }) {
      codes.set(userId, { secretHash, expiresAt });
      for (const message of messages)
        if (message.channel === 'mail' && 'code' in message.content) mails.set(message.to, message.content.code);
    },
    try: async ({ userId }, _purpose, { secretHash }, now) => (isLive(userId, secretHash, now) ? 'right' : 'wrong'),
    take: async ({ userId }) => codes.delete(userId),
  } satisfies Partial<MailedSecretStore> as unknown as MailedSecretStore;
  return { accounts, secrets, mailedCode: (address: string) => mails.get(address) ?? null };
}
