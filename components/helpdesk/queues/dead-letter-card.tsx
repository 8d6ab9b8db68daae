import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { MessageStatus } from '@/lib/messaging/message-status';
import { PROBLEM_WORDS } from './problem-words';
import type { Channel } from '@/lib/messaging/new-message';

/** A message that was given up, without its content. @param children the form that sends it again */
export function DeadLetterCard({ message, children }: { message: MessageStatus; children: ReactNode }) {
  const { channel, kind, to, attempts, lastProblem, queuedAt } = message;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 rounded-card border border-line bg-surface p-5">
      <div className="min-w-0">
        <h2 className="mb-3 text-lg font-semibold">{messageKindWords(kind)}</h2>
        <DescriptionList
          items={[
            { term: channel === 'mail' ? 'Mail to' : 'Event for', description: shortDestination(channel, to) },
            { term: 'Problem', description: lastProblem ? PROBLEM_WORDS[lastProblem] : 'Not known' },
            { term: 'Tries', description: attempts },
            { term: 'Waiting since', description: <Time at={queuedAt.toISOString()} /> },
          ]}
        />
      </div>
      {children}
    </li>
  );
}

/** `invitation-code` becomes "Invitation code". */
function messageKindWords(kind: MessageStatus['kind']): string {
  const words = kind.replaceAll(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Shortens an address so that staff can recognise it: "j…@example.org", "hooks.example.org". */
export function shortDestination(channel: Channel, to: string): string {
  if (channel === 'webhook') return URL.canParse(to) ? new URL(to).host : 'unknown';
  const at = to.lastIndexOf('@');
  return `${to.slice(0, 1)}…${to.slice(at)}`;
}
