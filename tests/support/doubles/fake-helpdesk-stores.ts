import type { AlarmBell } from '@/lib/helpdesk/approvals/approval-ports';
import type { ApprovalStore } from '@/lib/helpdesk/approvals/approval-store';
import { LIFT_FREEZE } from '@/lib/database/tables/safety/lift-freeze';
import { LIFTS } from '@/lib/helpdesk/safety/freeze/lifts';
import { PrismaApprovalStore } from '@/lib/database/tables/approvals/prisma-approval-store';
import type { SideEffects } from '@/lib/messaging/new-message';
import type { SessionStore } from '@/lib/accounts/sessions/session-store';
import type { AuditLog } from '@/lib/audit/audit-log';
import type { ActivationStore } from '@/lib/activation/activation-store';
import type { ChangeFeed } from '@/lib/shared/changes/change-feed';
import type { DeviceActStore } from '@/lib/devices/acts/device-act';
import type { DeviceHolds } from '@/lib/devices/locks/device-holds';
import type { DeviceReplacementStore } from '@/lib/devices/replacement/device-replacement';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import type { Database } from '@/lib/database/database';
import { sideEffectPersister } from '@/lib/database/side-effects/persist-side-effects';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { PrismaDeviceActStore } from '@/lib/database/tables/devices/prisma-device-act-store';
import { PrismaDeviceHolds } from '@/lib/database/tables/devices/prisma-device-holds';
import { PrismaDeviceNoticeStore } from '@/lib/database/tables/safety/prisma-device-notice-store';
import { PrismaDeviceReplacementStore } from '@/lib/database/tables/devices/prisma-device-replacement-store';
import { PrismaCaseStore } from '@/lib/database/tables/safety/prisma-case-store';
import { PrismaFreezeStore } from '@/lib/database/tables/safety/prisma-freeze-store';
import { PrismaManagerRequestStore } from '@/lib/database/tables/caller-check/prisma-manager-request-store';
import { PrismaInvitationStore } from '@/lib/database/tables/invitations/prisma-invitation-store';
import { PrismaOutbox } from '@/lib/database/tables/messaging/prisma-outbox';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import type { ManagerRequestStore } from '@/lib/helpdesk/caller-check/manager/manager-request';
import type { CaseStore } from '@/lib/helpdesk/safety/cases/case-store';
import type { FreezeStore } from '@/lib/helpdesk/safety/freeze/freeze-store';
import type { DeviceNoticeStore } from '@/lib/helpdesk/safety/notices/device-notice';
import type { InvitationStore } from '@/lib/helpdesk/invitations/invitation-store';
import type { Outbox } from '@/lib/messaging/outbox';
import type { Clock } from '@/lib/shared/time/clock';
import { systemRandom } from '@/lib/shared/random';
import type { BackupVouchers } from '@/lib/accounts/proofs/backup-voucher';
import { PrismaBackupVouchers } from '@/lib/database/tables/accounts/prisma-backup-vouchers';
import { MemoryActivationStore } from './stores/memory-activation-store';
import { MemoryAuditLog } from './stores/memory-audit-log';
import { MemoryChangeFeed } from './stores/memory-change-feed';
import { MemorySideEffects } from './stores/memory-side-effects';
import { MemoryApprovalStore } from './stores/memory-approval-store';
import { MemoryDeviceActStore } from './stores/memory-device-act-store';
import { MemoryDeviceHolds } from './stores/memory-device-holds';
import { MemoryDeviceNoticeStore } from './stores/memory-device-notice-store';
import { MemoryDeviceReplacementStore } from './stores/memory-device-replacement-store';
import { MemoryCaseStore } from './stores/memory-case-store';
import { MemoryFreezeStore } from './stores/memory-freeze-store';
import { MemoryManagerRequestStore } from './stores/memory-manager-request-store';
import { MemoryInvitationStore } from './stores/memory-invitation-store';
import { MemoryOutbox } from './stores/memory-outbox';
import { MemorySessionStore } from './stores/memory-session-store';
import { testAppender } from '../test-chain';

export type HelpdeskStores = {
  activations: ActivationStore;
  invitations: InvitationStore;
  approvals: ApprovalStore;
  alarms: AlarmBell;
  notices: DeviceNoticeStore;
  vouchers: BackupVouchers;
  replacements: DeviceReplacementStore;
  holds: DeviceHolds;
  deviceActs: DeviceActStore;
  freezes: FreezeStore;
  cases: CaseStore;
  managerRequests: ManagerRequestStore;
  sessions: SessionStore;
  outbox: Outbox;
  audit: AuditLog;
  changeFeed: ChangeFeed;
};

export function memoryHelpdeskStores(clock: Clock): HelpdeskStores {
  const audit = new MemoryAuditLog(clock);
  const changeFeed = new MemoryChangeFeed();
  const outbox = new MemoryOutbox(audit, changeFeed, WEBHOOKS);
  const sideEffects = new MemorySideEffects(audit, outbox, clock);
  const activations = new MemoryActivationStore(audit, changeFeed);
  const invitations = new MemoryInvitationStore(activations, sideEffects, changeFeed);
  const alarms = { raise: async (alarm: SideEffects) => sideEffects.keep(alarm) };
  const holds = new MemoryDeviceHolds(sideEffects);
  const deviceActs = new MemoryDeviceActStore(holds, sideEffects);
  const sessions = new MemorySessionStore();
  const replacements = new MemoryDeviceReplacementStore(sideEffects, holds);
  const notices = new MemoryDeviceNoticeStore(activations, invitations, replacements, sessions, sideEffects);
  const cases = new MemoryCaseStore(sessions, sideEffects);
  const freezes = new MemoryFreezeStore(sessions, cases, sideEffects);
  const approvals = new MemoryApprovalStore(sideEffects, {
    [LIFTS.name]: { isHeld: async () => true, apply: (approval) => freezes.lift(approval) },
  });
  const managerRequests = new MemoryManagerRequestStore(sideEffects, changeFeed);
  const { vouchers } = activations;
  const held = { vouchers, managerRequests, replacements, holds, deviceActs, freezes, cases, sessions };
  return { activations, invitations, approvals, alarms, notices, ...held, outbox, audit, changeFeed };
}

export function databaseHelpdeskStores(database: Database, clock: Clock): HelpdeskStores {
  const { client, changeFeed } = database;
  const keyRing = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);
  const appender = testAppender();
  const keep = sideEffectPersister(messageAppender(keyRing, systemRandom, WEBHOOKS, true), clock, appender);
  return {
    activations: new PrismaActivationStore(database, clock, appender, keep),
    invitations: new PrismaInvitationStore(database, keep),
    approvals: new PrismaApprovalStore(client, keep, { [LIFTS.name]: LIFT_FREEZE }),
    alarms: { raise: (alarm) => client.$transaction((transaction) => keep(transaction, alarm)) },
    notices: new PrismaDeviceNoticeStore(client, keep),
    vouchers: new PrismaBackupVouchers(database, keep),
    replacements: new PrismaDeviceReplacementStore(database, keep),
    holds: new PrismaDeviceHolds(client, keep),
    deviceActs: new PrismaDeviceActStore(client, keep),
    freezes: new PrismaFreezeStore(database, keep),
    cases: new PrismaCaseStore(client, keep),
    managerRequests: new PrismaManagerRequestStore(client, keyRing, keep),
    sessions: new PrismaSessionStore(database),
    outbox: new PrismaOutbox(database, keyRing, clock, appender),
    audit: new PrismaAuditLog(database, clock, appender),
    changeFeed,
  };
}

const WEBHOOKS = ['https://hook.example.org/tessera'];
