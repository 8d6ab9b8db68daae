import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import type { InvitationState } from '@/lib/helpdesk/invitations/invitation';
import { fakeHelpdesk } from '../../../../support/doubles/fake-helpdesk-ports';
import { invitationCommands } from './invitation-commands';
import { InvitationWorld, LEGAL_MOVES } from './invitation-world';
import { rounds } from '../../../../support/rounds';
import { searchEverywhere } from '../../../../support/search-everywhere';
import { TEST_CHAIN_KEYS } from '../../../../support/test-chain';

it('an invitation makes only legal moves, whatever agents, approvers, users, thieves, phones and the gateway do', async () => {
  const helpdesk = await fakeHelpdesk();
  const seen = new Set<InvitationState>();
  const property = fc.asyncProperty(
    fc.commands(invitationCommands, { size: '+1', maxCommands: 40 }),
    async (commands) => {
      const world = await InvitationWorld.open(helpdesk);
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      } finally {
        world.close();
        for (const { state } of world.kept) seen.add(state);
      }
    },
  );
  const left = await searchEverywhere(Object.keys(LEGAL_MOVES), async () => {
    await fc.assert(property, { numRuns: rounds(40, 80), endOnFailure: true });
    return seen;
  });
  expect(left).toEqual([]);
  expect(await verifyAuditChain(helpdesk.ports.audit, TEST_CHAIN_KEYS)).toMatchObject({ intact: true });
});
