import type { ReactNode } from 'react';
import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { Time } from '@/components/ui/time';
import type { MessageStatus } from '@/lib/messaging/message-status';
import type { DeadLetterOrder } from '@/lib/messaging/outbox';
import type { Channel } from '@/lib/messaging/new-message';
import { operationNames } from '@/lib/shared/names/staff-names';
import { messageKindWords } from './message-kind-words';
import { PROBLEM_WORDS } from './problem-words';
import { t, type Message } from '@/lib/shared/language/t';

function columns(): readonly [Column<MessageStatus>, ...Column<MessageStatus>[]] {
  return [
    { name: t('Message'), sortKey: 'kind', cell: ({ kind }) => messageKindWords(kind) },
    {
      name: t('Recipient'),
      cell: ({ channel, to }) => t(CHANNEL_WORDS[channel], { destination: shortDestination(channel, to) }),
    },
    { name: t('Problem'), cell: ({ lastProblem }) => (lastProblem ? t(PROBLEM_WORDS[lastProblem]) : t('Not known')) },
    {
      name: t('Tries'),
      isNumeric: true,
      isNarrow: true,
      sortKey: 'attempts',
      sortsFirst: 'descending',
      cell: ({ attempts }) => attempts,
    },
    {
      name: t('Created'),
      isNarrow: true,
      sortKey: 'queuedAt',
      sortsFirst: 'descending',
      cell: ({ queuedAt }) => <Time at={queuedAt.toISOString()} form="relative" />,
    },
  ];
}

/** Messages that could not be delivered, without their content. @param actionOf the form that sends one again */
export function DeadLetterTable({
  messages,
  order,
  actionOf,
}: {
  messages: readonly MessageStatus[];
  /** Null for those first that were given up last. */
  order: DeadLetterOrder | null;
  actionOf: ((message: MessageStatus) => ReactNode) | null;
}) {
  const [first, ...others] = columns();
  const action = actionOf ? [{ name: t('Action'), isNarrow: true, cell: actionOf }] : [];
  return (
    <DataTable
      label={t(operationNames.messages)}
      columns={[first, ...others, ...action]}
      rows={messages}
      keyOf={({ id }) => id}
      sort={{ order, path: '/helpdesk/messages', query: {} }}
    />
  );
}

const CHANNEL_WORDS = {
  mail: 'Email to {destination}',
  notice: 'Emails to {destination}',
  webhook: 'Webhook {destination}',
  alert: 'Notifications to {destination}',
  push: 'Notification by {destination}',
} as const satisfies Record<Channel, Message>;

/** Shortens an address so that staff can recognise it: "j…@example.org", "hooks.example.org". */
export function shortDestination(channel: Channel, to: string): string {
  if (channel === 'webhook') return URL.canParse(to) ? new URL(to).host : t('unknown');
  if (channel === 'notice' || channel === 'alert' || channel === 'push') return to;
  const at = to.lastIndexOf('@');
  return `${to.slice(0, 1)}…${to.slice(at)}`;
}
