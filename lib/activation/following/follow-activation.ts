import { may } from '../../accounts/users/permission';
import { personKey } from '../../accounts/users/user';
import { accept, refuse, type Result } from '../../shared/result';
import { isPendingState, type Activation } from '../activation';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { isOwn } from '../find-own-activation';
import { followChanges, type Hold } from '../../shared/changes/follow-changes';
import { changeKeysOf, type RecentPolls, type ActivationPoll, type PollFacts } from './recent-polls';

export type FollowRefusal = 'signed-out' | 'not-permitted' | 'not-found';

export type FollowPorts = {
  polls: Pick<RecentPolls, 'read' | 'recall'>;
  changeFeed: ChangeFeed;
};

/**
 * Long-polls one's own activation until it is past version `after` or has ended, the session ends, or `hold` ends the
 * wait. Session and permission are checked again after the wait. Cached facts only ever answer that nothing has moved.
 * @param after the known version; any but the current one is answered at once
 * @returns the activation; null if `after` is still its version. Another user's activation is not found, as one that
 *   does not exist
 */
export async function followActivation(
  { polls, changeFeed }: FollowPorts,
  poll: ActivationPoll,
  after: number,
  hold: Hold,
): Promise<Result<Activation | null, FollowRefusal>> {
  const hasNews = (read: PollFacts) => decide(read, after) !== 'unchanged';
  let isFirst = true;
  const read = () => {
    if (!isFirst) return polls.read(poll, after);
    isFirst = false;
    return polls.recall(poll, after, (facts) => !hasNews(facts));
  };
  const facts = await followChanges(changeFeed, changeKeysOf(poll), read, hasNews, ({ asker }) =>
    hold(asker ? personKey(asker.user) : poll.sessionId),
  );
  const decision = decide(facts, after);
  if (decision === 'unchanged') return accept(null);
  if (decision !== 'moved') return refuse(decision);
  if (!facts.moved) throw new TypeError('a move was read without the activation');
  return accept(facts.moved);
}

function decide({ asker, activation }: PollFacts, after: number): FollowRefusal | 'moved' | 'unchanged' {
  if (!asker) return 'signed-out';
  if (!may(asker, 'activation:view')) return 'not-permitted';
  if (!activation || !isOwn(activation, asker)) return 'not-found';
  return activation.version === after && isPendingState(activation.state) ? 'unchanged' : 'moved';
}
