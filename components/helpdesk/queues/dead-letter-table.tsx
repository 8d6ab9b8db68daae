import type { ReactNode } from 'react';
import { DataTable, type Column } from '@/components/ui/data-table';
import { Time } from '@/components/ui/time';
import type { MessageStatus } from '@/lib/messaging/message-status';
import type { DeadLetterOrder } from '@/lib/messaging/outbox';
import type { Channel } from '@/lib/messaging/new-message';
import { operationNames } from '@/lib/names/operation-names';
import { PROBLEM_WORDS } from './problem-words';

const COLUMNS: readonly [Column<MessageStatus>, ...Column<MessageStatus>[]] = [
  { name: 'Message', sortKey: 'kind', cell: ({ kind }) => messageKindWords(kind) },
  {
    name: 'To',
    cell: ({ channel, to }) => `${CHANNEL_WORDS[channel]} ${shortDestination(channel, to)}`,
  },
  { name: 'Problem', cell: ({ lastProblem }) => (lastProblem ? PROBLEM_WORDS[lastProblem] : 'Not known') },
  {
    name: 'Tries',
    isNumeric: true,
    isNarrow: true,
    sortKey: 'attempts',
    sortsFirst: 'descending',
    cell: ({ attempts }) => attempts,
  },
  {
    name: 'Created',
    isNarrow: true,
    sortKey: 'queuedAt',
    sortsFirst: 'descending',
    cell: ({ queuedAt }) => <Time at={queuedAt.toISOString()} form="relative" />,
  },
];

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
  const [first, ...others] = COLUMNS;
  const action = actionOf ? [{ name: 'Action', isNarrow: true, cell: actionOf }] : [];
  return (
    <DataTable
      label={operationNames.messages}
      columns={[first, ...others, ...action]}
      rows={messages}
      keyOf={({ id }) => id}
      sort={{ order, path: '/helpdesk/messages', query: {} }}
    />
  );
}

const CHANNEL_WORDS: Record<Channel, string> = { mail: 'Email to', notice: 'Emails to', webhook: 'Webhook' };

/** `invitation-code` becomes "Invitation code". */
function messageKindWords(kind: MessageStatus['kind']): string {
  const words = kind.replaceAll(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Shortens an address so that staff can recognise it: "j…@example.org", "hooks.example.org". */
export function shortDestination(channel: Channel, to: string): string {
  if (channel === 'webhook') return URL.canParse(to) ? new URL(to).host : 'unknown';
  if (channel === 'notice') return to;
  const at = to.lastIndexOf('@');
  return `${to.slice(0, 1)}…${to.slice(at)}`;
}
