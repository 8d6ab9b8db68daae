import { describe, expect, it } from 'vitest';
import type { Active } from '@/lib/activation/activation';
import { LateEvents } from '@/lib/server/composition/late-events';

type Core = Parameters<LateEvents['bind']>[0];
const CALLER_REQUEST = `clr-${'0'.repeat(64)}`;
const find = async () => Promise.reject(new Error('the database is down'));
const PHONE_SIGN_IN = `phs-${'0'.repeat(64)}`;
const CONFIRMATION = `phc-${'0'.repeat(64)}`;

/** @param canSignIn whether phones can sign their users in */
function bound({ canSignIn = true } = {}) {
  const calls: string[] = [];
  const observe = (by: string) => async (id: string) => void calls.push(`${by} ${id}`);
  const events = new LateEvents({ error: () => calls.push('logged') });
  events.bind({
    activation: {},
    helpdesk: { phones: { observe: observe('helpdesk') }, invitations: { find } },
    phoneSignIn: canSignIn ? { gateway: { observe: observe('sign-in') } } : null,
  } as unknown as Core);
  return { events, calls };
}

describe('late events', () => {
  it('an event before the core is bound is a fault', async () => {
    const events = new LateEvents({ error: () => expect.unreachable() });
    await expect(events.onProgress('12345678', null)).rejects.toThrow(TypeError);
  });

  it('the end of a caller request goes to the helpdesk', async () => {
    const { events, calls } = bound();
    await events.onChallengeEnd({ requestKey: CALLER_REQUEST, purpose: 'caller-check' });
    expect(calls).toEqual([`helpdesk ${CALLER_REQUEST}`]);
  });

  it.each([
    ['sign-in', PHONE_SIGN_IN],
    ['bind-device', CONFIRMATION],
    ['step-up', CONFIRMATION],
  ] as const)(
    'the end of a challenge for %s goes to the phone sign-in, if there is one',
    async (purpose, requestKey) => {
      const { events, calls } = bound();
      await events.onChallengeEnd({ requestKey, purpose });
      expect(calls).toEqual([`sign-in ${requestKey}`]);
      const without = bound({ canSignIn: false });
      await without.events.onChallengeEnd({ requestKey, purpose });
      expect(without.calls).toEqual([]);
    },
  );

  it('a completion that fails is logged, for the next round to repeat', async () => {
    const { events, calls } = bound();
    await events.onActive({ id: 'act-1', state: 'active', invitationId: 'inv-1' } as unknown as Active);
    expect(calls).toEqual(['logged']);
  });
});
