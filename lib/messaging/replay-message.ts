import type { RequestOrigin } from '../shared/request-origin';
import type { User } from '../accounts/users/user';
import type { Result } from '../shared/result';
import type { MessageId } from './message-id';
import type { MessagesPorts } from './messages-ports';

/** Lets a dead letter be tried again, from the first try on. */
export async function replayMessage(
  { outbox, clock }: Pick<MessagesPorts, 'outbox' | 'clock'>,
  { userId }: User,
  id: MessageId,
  origin: RequestOrigin,
): Promise<Result<null, 'not-dead' | 'expired'>> {
  const fact = { type: 'message-replayed', messageId: id } as const;
  return outbox.replay(id, clock.now(), [{ ...fact, actor: { kind: 'user', userId }, subject: null, ...origin }]);
}
