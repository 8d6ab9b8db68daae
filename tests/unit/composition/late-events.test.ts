import { describe, expect, it, vi } from 'vitest';
import type { Active } from '@/lib/activation/activation';
import { LateEvents } from '@/lib/composition/late-events';

type Core = Parameters<LateEvents['bind']>[0];
const CALLER_REQUEST = `clr-${'0'.repeat(64)}`;
const PHONE_SIGN_IN = `phs-${'0'.repeat(64)}`;

/** @param canSignIn whether phones can sign their users in */
function bound({ canSignIn = true } = {}) {
  const error = vi.fn();
  const askedBy = { helpdesk: vi.fn(async () => null), signIn: vi.fn(async () => null) };
  const find = vi.fn(async () => Promise.reject(new Error('the database is down')));
  const events = new LateEvents({ error });
  events.bind({
    activation: {},
    helpdesk: { phones: { observe: askedBy.helpdesk }, activation: { store: { find } } },
    phoneSignIn: canSignIn ? { gateway: { observe: askedBy.signIn } } : null,
  } as unknown as Core);
  return { events, error, askedBy };
}

describe('late events', () => {
  it('are a fault before the core is bound', async () => {
    await expect(new LateEvents({ error: vi.fn() }).onProgress('12345678')).rejects.toThrow(TypeError);
  });

  it('hand the end of a caller request to the helpdesk', async () => {
    const { events, askedBy } = bound();
    await events.onChallengeEnd(CALLER_REQUEST);
    expect(askedBy.helpdesk).toHaveBeenCalledExactlyOnceWith(CALLER_REQUEST);
    expect(askedBy.signIn).not.toHaveBeenCalled();
  });

  it('hand the end of any other challenge to the phone sign-in, if there is one', async () => {
    const { events, askedBy } = bound();
    await events.onChallengeEnd(PHONE_SIGN_IN);
    expect(askedBy.signIn).toHaveBeenCalledExactlyOnceWith(PHONE_SIGN_IN);
    await bound({ canSignIn: false }).events.onChallengeEnd(PHONE_SIGN_IN);
    expect(askedBy.helpdesk).not.toHaveBeenCalled();
  });

  it('log an activation that could not be completed, which the next round completes', async () => {
    const { events, error } = bound();
    await events.onActive({ id: 'act-1' } as unknown as Active);
    expect(error).toHaveBeenCalledOnce();
  });
});
