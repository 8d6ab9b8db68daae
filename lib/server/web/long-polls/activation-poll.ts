import 'server-only';
import { parseActivationId } from '../../../shared/identifiers/activation-id';
import { describeActivation } from '../../../activation/activation-status';
import type { OpenPages } from '../../../activation/following/open-pages';
import { followActivation } from '../../../activation/following/follow-activation';
import type { Services } from '../../composition/compose';
import { networkNameOf } from '../../../shared/network-address';
import { sessionIdOf, type SessionSettings } from './asking-session';
import { versionAfter, type LongPoll } from './long-poll';
import { HOLD_MS } from './long-poll-slots';

/** Half the time that a poll is held: a remembered answer costs half of one that is read. */
const AWAY_MS = HOLD_MS / 2;

const REFUSALS = { 'signed-out': 401, 'not-permitted': 403, 'not-found': 404 } as const;

/** Follows one's own activation. By far the most frequent poll. */
export function activationPoll(
  services: SessionSettings &
    Pick<Services, 'activation' | 'activationPolls' | 'changeFeed'> & { openPages: Pick<OpenPages, 'enter'> },
): LongPoll {
  const { activation, activationPolls, changeFeed, openPages } = services;
  const { gateway, clock } = activation;
  const ports = { polls: activationPolls, changeFeed };
  return {
    route: '/api/activations/[name]/status',
    asker: 'page',
    awayMs: AWAY_MS,
    async answer(request, hold) {
      const sessionId = await sessionIdOf(services, request);
      if (sessionId === null) return 401;
      const activationId = parseActivationId(request.name);
      if (!activationId) return 404;
      const after = versionAfter(request);
      if (after === null) return 400;
      const poll = { sessionId, activationId };
      const leave = await openPages.enter(poll, networkNameOf(request.origin.address));
      const followed = await followActivation(ports, poll, after, hold).finally(leave);
      if (!followed.ok) return REFUSALS[followed.refusal];
      const now = clock.now();
      if (followed.value) return describeActivation(followed.value, gateway.capabilities, now);
      return { id: activationId, isUnchanged: true, serverTime: now.toISOString() };
    },
  };
}
