import type { AuditLog } from '@/lib/audit/audit-log';
import type { ActivationStore } from '@/lib/activation/activation-store';
import type { ChangeFeed } from '@/lib/activation/change-feed';
import type { DeviceHolds } from '@/lib/authenticators/device-holds';
import type { DeviceReplacementStore } from '@/lib/authenticators/device-replacement-store';
import { KeyRing } from '@/lib/crypto/key-ring';
import { messageAppender } from '@/lib/database/append-messages';
import type { Database } from '@/lib/database/database';
import { consequenceKeeper } from '@/lib/database/keep-consequences';
import { PrismaActivationStore } from '@/lib/database/prisma-activation-store';
import { PrismaAuditLog } from '@/lib/database/prisma-audit-log';
import { PrismaDeviceHolds } from '@/lib/database/prisma-device-holds';
import { PrismaDeviceNoticeStore } from '@/lib/database/prisma-device-notice-store';
import { PrismaDeviceRemovalStore } from '@/lib/database/prisma-device-removal-store';
import { PrismaDeviceReplacementStore } from '@/lib/database/prisma-device-replacement-store';
import { PrismaInvitationStore } from '@/lib/database/prisma-invitation-store';
import { PrismaOutbox } from '@/lib/database/prisma-outbox';
import type { DeviceNoticeStore } from '@/lib/helpdesk/device-notice-store';
import type { DeviceRemovalStore } from '@/lib/helpdesk/device-removal-store';
import type { InvitationStore } from '@/lib/helpdesk/invitation-store';
import type { Outbox } from '@/lib/messages/outbox';
import type { Clock } from '@/lib/shared/clock';
import { systemRandom } from '@/lib/shared/random';
import { MemoryActivationStore } from './memory-activation-store';
import { MemoryAuditLog } from './memory-audit-log';
import { MemoryChangeFeed } from './memory-change-feed';
import { MemoryConsequences } from './memory-consequences';
import { MemoryDeviceHolds } from './memory-device-holds';
import { MemoryDeviceNoticeStore } from './memory-device-notice-store';
import { MemoryDeviceRemovalStore } from './memory-device-removal-store';
import { MemoryDeviceReplacementStore } from './memory-device-replacement-store';
import { MemoryInvitationStore } from './memory-invitation-store';
import { MemoryOutbox } from './memory-outbox';
import { testAppender } from './test-chain';

export type HelpdeskStores = {
  activations: ActivationStore;
  invitations: InvitationStore;
  removals: DeviceRemovalStore;
  notices: DeviceNoticeStore;
  replacements: DeviceReplacementStore;
  holds: DeviceHolds;
  outbox: Outbox;
  audit: AuditLog;
  changeFeed: ChangeFeed;
};

export function memoryHelpdeskStores(clock: Clock): HelpdeskStores {
  const audit = new MemoryAuditLog(clock);
  const changeFeed = new MemoryChangeFeed();
  const outbox = new MemoryOutbox(audit, changeFeed, WEBHOOKS);
  const consequences = new MemoryConsequences(audit, outbox, clock);
  const activations = new MemoryActivationStore(audit, changeFeed);
  const invitations = new MemoryInvitationStore(consequences, changeFeed);
  const removals = new MemoryDeviceRemovalStore(consequences);
  const holds = new MemoryDeviceHolds();
  const replacements = new MemoryDeviceReplacementStore(consequences, holds);
  const notices = new MemoryDeviceNoticeStore(activations, invitations, replacements, consequences);
  return { activations, invitations, removals, notices, replacements, holds, outbox, audit, changeFeed };
}

export function databaseHelpdeskStores(database: Database, clock: Clock): HelpdeskStores {
  const { client, changeFeed } = database;
  const keyRing = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);
  const appender = testAppender();
  const keep = consequenceKeeper(messageAppender(keyRing, systemRandom, WEBHOOKS), clock, appender);
  return {
    activations: new PrismaActivationStore(database, clock, appender),
    invitations: new PrismaInvitationStore(client, keep),
    removals: new PrismaDeviceRemovalStore(client, keep),
    notices: new PrismaDeviceNoticeStore(client, keep),
    replacements: new PrismaDeviceReplacementStore(client, keep),
    holds: new PrismaDeviceHolds(client),
    outbox: new PrismaOutbox(client, keyRing, clock, appender),
    audit: new PrismaAuditLog(database, clock, appender),
    changeFeed,
  };
}

const WEBHOOKS = ['https://hook.example.org/tessera'];
