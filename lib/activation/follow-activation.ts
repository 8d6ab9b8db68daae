import { mayUser } from '../access/permission';
import { personKey } from '../access/user';
import { accept, refuse, type Result } from '../shared/result';
import { isPendingState, type Activation } from './activation';
import type { ActivationPoll, PollFacts, PollFactsReader } from './activation-poll';
import type { ActivationStore } from './activation-store';
import type { ChangeFeed } from './change-feed';
import { isOwn } from './find-own-activation';
import { followChanges, type Hold } from './follow-changes';

export type FollowRefusal = 'signed-out' | 'not-permitted' | 'not-found';

export type FollowPorts = {
  polls: PollFactsReader;
  store: Pick<ActivationStore, 'find'>;
  changeFeed: ChangeFeed;
};

/**
 * Waits until one's own activation is past version `after`, has ended, or the wait is called off.
 * @param after the version that is known already; anything but the current version is answered at once
 * @returns the activation; null when `after` is still its version. Refused as soon as the session ends or the asker may
 * not, which is asked again after the wait; another person's activation is not found, like one that does not exist
 */
export async function followActivation(
  { polls, store, changeFeed }: FollowPorts,
  poll: ActivationPoll,
  after: number,
  hold: Hold,
): Promise<Result<Activation | null, FollowRefusal>> {
  const facts = await followChanges(
    changeFeed,
    poll.activationId,
    () => polls.read(poll),
    (read) => decide(read, after) !== 'unchanged',
    ({ asker }) => hold(asker ? personKey(asker) : poll.sessionId),
  );
  const decision = decide(facts, after);
  if (decision === 'unchanged') return accept(null);
  if (decision !== 'moved') return refuse(decision);
  const activation = await store.find(poll.activationId);
  return activation ? accept(activation) : refuse('not-found');
}

function decide({ asker, activation }: PollFacts, after: number): FollowRefusal | 'moved' | 'unchanged' {
  if (!asker) return 'signed-out';
  if (!mayUser(asker, 'activation:view')) return 'not-permitted';
  if (!activation || !isOwn(activation, asker)) return 'not-found';
  return activation.version === after && isPendingState(activation.state) ? 'unchanged' : 'moved';
}
