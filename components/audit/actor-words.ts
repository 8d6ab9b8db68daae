import type { Actor } from '@/lib/audit/audit-event';

export function actorWords(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return actor.userId;
    case 'anonymous':
      return 'an anonymous visitor';
    case 'phone':
      return 'a phone';
    case 'system':
      return 'the system';
    case 'service-account':
      return `the service account ${actor.name}`;
  }
}
