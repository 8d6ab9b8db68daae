import { expect } from 'vitest';
import { enterByInvitation } from '@/lib/helpdesk/invitations/enter-by-invitation';
import { isCurrent, type Invitation } from '@/lib/helpdesk/invitations/invitation';
import { sha256OfText } from '@/lib/shared/bytes';
import { ORIGIN } from '../../../../support/doubles/fake-activation-ports';
import { LEGAL_MOVES, type InvitationWorld } from './invitation-world';

/** What must hold after whatever has happened. */
export async function checkInvariants(world: InvitationWorld): Promise<void> {
  const { kept, realStore, people } = world;
  for (const id of new Set(kept.map((invitation) => invitation.id))) {
    const history = kept.filter((invitation) => invitation.id === id);
    checkHistory(history);
    expect(await realStore.find(id, 'example.org')).toEqual(history.at(-1));
  }
  for (const person of people) {
    const all = await realStore.listFor(person, 1_000);
    expect(all.filter(isCurrent).length).toBeLessThanOrEqual(1);
  }
  await checkBrowsers(world);
}

/** At most one browser gets a session of each invitation, and none that only shows a code. */
async function checkBrowsers({ helpdesk: { ports }, realStore, letIn, showing }: InvitationWorld): Promise<void> {
  for (const { id, secret } of [...letIn, ...showing]) {
    const entered = await enterByInvitation(ports, secret, ORIGIN);
    if (!entered.ok) continue;
    expect(await realStore.find(id, 'example.org')).toMatchObject({
      state: 'opened',
      holderHash: await sha256OfText(secret),
    });
  }
}

function checkHistory(history: Invitation[]): void {
  for (const [index, invitation] of history.entries()) {
    const before = history[index - 1];
    const { state, requestedBy, userId } = invitation;
    expect(requestedBy).not.toBe(userId);
    if ('approvedBy' in invitation) expect([requestedBy, userId]).not.toContain(invitation.approvedBy);
    expect('tokenHash' in invitation).toBe(state === 'live');
    if (!before) continue;
    expect(invitation.version).toBeGreaterThan(before.version);
    expect(LEGAL_MOVES[before.state]).toContain(state);
    if ('openedAt' in before && before.openedAt) expect(invitation).toMatchObject({ openedAt: before.openedAt });
  }
}
