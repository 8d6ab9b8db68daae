import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../../support/databases/databases';
import {
  databaseHelpdeskStores,
  memoryHelpdeskStores,
  type HelpdeskStores,
} from '../../../support/doubles/fake-helpdesk-stores';
import { invitationInEveryState } from '../../../support/doubles/fake-invitations';
import { approvalQueuesContract } from './approval-queues.contract';
import { approvalStoreContract } from './approval-store.contract';
import { caseStoreContract } from './case-store.contract';
import { deviceNoticeStoreContract } from './device-notice-store.contract';
import { deviceReplacementStoreContract } from './device-replacement-store.contract';
import { invitationStoreContract } from './invitation-store.contract';

const CONTRACTS = [
  approvalQueuesContract,
  approvalStoreContract,
  invitationStoreContract,
  deviceNoticeStoreContract,
  deviceReplacementStoreContract,
  caseStoreContract,
];
const NOTHING = { events: [], messages: [] };
const MACHINE = 'anna through the service account Tickets';

async function openMemory(): Promise<HelpdeskStores> {
  return memoryHelpdeskStores(systemClock);
}

describe('in memory', () => {
  for (const contract of CONTRACTS) contract(openMemory);
});

forEachDatabase((_kind, open) => {
  let database: Database;
  let stores: HelpdeskStores;

  beforeAll(async () => {
    database = await open();
    stores = databaseHelpdeskStores(database, systemClock);
  });

  for (const contract of CONTRACTS) contract(async () => stores);

  describe('the table itself', () => {
    it('each secret that admits someone is erased with the last step that needs it', async () => {
      const { awaiting, live, shown, opened, used } = invitationInEveryState('erased');
      const secrets = async () => {
        const row = await database.client.invitation.findUniqueOrThrow({ where: { id: awaiting.id } });
        return [row.codeHash, row.readOutHash, row.browserHash];
      };
      await stores.invitations.create(awaiting, null, NOTHING);
      expect(await secrets()).toEqual([null, null, null]);
      await stores.invitations.save(live, NOTHING);
      expect(await secrets()).toEqual([live.codeHash, null, null]);
      await stores.invitations.save(shown, NOTHING);
      expect(await secrets()).toEqual([live.codeHash, shown.readOut?.codeHash, shown.readOut?.browserHash]);
      await stores.invitations.save(opened, NOTHING);
      expect(await secrets()).toEqual([null, null, opened.holderHash]);
      await stores.invitations.save(used, NOTHING);
      expect(await secrets()).toEqual([null, null, null]);
    });

    it.each([
      ['a code past its time', { codeHash: 'kept' }, 'invitation_codes_only_while_live'],
      ['a browser past its time', { browserHash: 'kept' }, 'invitation_browser_only_while_current'],
      ['a second person who is the first', { approvedBy: 'helpdesk' }, 'invitation_four_eyes'],
      ['a second person who is the invited one', { approvedBy: 'guarded' }, 'invitation_four_eyes'],
      ['an agent who invites themselves', { requestedBy: 'guarded' }, 'invitation_four_eyes'],
      ['an end without a time', { endsAt: null }, 'invitation_end'],
    ])('the table refuses %s, whatever program writes it', async (_name, data, constraint) => {
      const { awaiting, live, revoked } = invitationInEveryState('guarded');
      await stores.invitations.create(awaiting, null, NOTHING);
      const update = database.client.invitation.update({ where: { id: awaiting.id }, data });
      await expect(update).rejects.toThrow(constraint);
      await stores.invitations.save(live, NOTHING);
      await stores.invitations.save(revoked, NOTHING);
    });

    it.each([
      ['a second person who holds the key that asked', { decidedBy: 'anna' }, 'approval_four_eyes'],
      ['a second person who is concerned', { decidedBy: 'jane' }, 'approval_four_eyes'],
      ['a second person who asked', { decidedBy: MACHINE }, 'approval_four_eyes'],
      ['somebody who asks for themselves', { requestedBy: 'jane' }, 'approval_four_eyes'],
      ['an approval by nobody', { state: 'approved' }, 'approval_takes_two'],
      ['a decision without a time', { decidedBy: 'approver', endedAt: null }, 'approval_end'],
      ['a state that there is not', { state: 'nonsense' }, 'approval_state'],
    ])('the table refuses %s, whatever program writes it', async (_name, given, constraint) => {
      const id = `chg-${crypto.randomUUID().replaceAll('-', '')}`;
      const times = { requestedAt: new Date(), endsAt: new Date(), endedAt: new Date() };
      const asked = { kind: 'change', subjectKey: id, subject: { change: 'remove' }, requestedBy: MACHINE, ...times };
      const who = { userId: 'jane', domain: 'four-eyes.example', state: 'declined', decidedBy: null };
      const create = database.client.approval.create({ data: { id, version: 1, ...who, ...asked, ...given } });
      await expect(create).rejects.toThrow(constraint);
    });

    it('the store throws on an invitation state it does not know', async () => {
      const { awaiting } = invitationInEveryState('corrupted');
      await stores.invitations.create(awaiting, null, NOTHING);
      const data = { state: 'nonsense', endsAt: null, endedAt: new Date() };
      await database.client.invitation.update({ where: { id: awaiting.id }, data });
      await expect(stores.invitations.find(awaiting.id, awaiting.domain)).rejects.toThrow(TypeError);
    });
  });

  it('a move whose message cannot be kept is not made either', async () => {
    const { awaiting, live } = invitationInEveryState('atomic');
    await stores.invitations.create(awaiting, null, NOTHING);
    const about = { actor: { kind: 'system' }, subject: null, address: null } as const;
    const unrecordable = { type: 'signed-out', correlationId: 'zero \u0000', ...about } as const;
    await expect(stores.invitations.save(live, { events: [unrecordable], messages: [] })).rejects.toThrow(
      'unsupported Unicode escape sequence',
    );
    expect(await stores.invitations.find(awaiting.id, awaiting.domain)).toEqual(awaiting);
  });
});
