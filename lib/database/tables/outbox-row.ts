import type { MailAddress } from '../../shared/mail-address';
import type { OutboxMessage } from '../../generated/prisma/client';
import type { Delivery } from '../../messaging/delivery';
import type { DeliveryProblem } from '../../messaging/delivery-error';
import type { MessageId } from '../../messaging/message-id';
import type { MessageStatus } from '../../messaging/message-status';
import type { Channel } from '../../messaging/new-message';
import { readSealedPart } from '../message-content';

/** @param opened what the row's sealed content says */
export function deliveryFromRow({ id, queuedAt, destination }: OutboxMessage, opened: string): Delivery {
  const part = readSealedPart(opened);
  const common = { id: id as MessageId, queuedAt };
  return 'event' in part
    ? { ...common, channel: 'webhook', to: destination, ...part }
    : { ...common, channel: 'mail', to: destination as MailAddress, ...part };
}

/** @throws TypeError when the row holds what no state has, which only a fault of ours can have written */
export function statusFromRow(row: OutboxMessage): MessageStatus {
  const { id, channel, kind, destination, about, queuedAt, attempts, lastProblem, state, dueAt, endedAt } = row;
  const common = {
    id: id as MessageId,
    channel: channel as Channel,
    kind: kind as MessageStatus['kind'],
    to: destination,
    about,
    queuedAt,
    attempts,
    lastProblem: lastProblem as DeliveryProblem | null,
  };
  switch (state) {
    case 'pending':
      return { ...common, state, dueAt };
    case 'delivered':
    case 'dead':
    case 'withdrawn':
    case 'expired':
      if (endedAt === null) throw new TypeError(`the message ${id} has no end`);
      return { ...common, state, endedAt };
    default:
      throw new TypeError(`the message ${id} is in the unknown state ${state}`);
  }
}
