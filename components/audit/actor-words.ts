import type { Actor } from '@/lib/audit/audit-event';
import { t } from '@/lib/language/t';

export function actorWords(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return actor.userId;
    case 'anonymous':
      return t('an anonymous visitor');
    case 'phone':
      return t('a phone');
    case 'system':
      return t('the system');
    case 'service-account':
      return t('the service account {name}', { name: actor.name });
  }
}
