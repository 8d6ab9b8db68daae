import type { Channel } from '@/lib/messaging/new-message';

/** Enough to recognise where a message was to go, and no more: "j…@example.org", "hooks.example.org". */
export function shortDestination(channel: Channel, to: string): string {
  if (channel === 'webhook') return URL.canParse(to) ? new URL(to).host : 'unknown';
  const at = to.lastIndexOf('@');
  return `${to.slice(0, 1)}…${to.slice(at)}`;
}
