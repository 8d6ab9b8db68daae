import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { Actor } from '@/lib/audit/audit-event';
import { t } from '@/lib/shared/language/t';

const NO_NAMES: PeopleNames = new Map();

/** @param names of people, for readers who know them by name */
export function actorWords(actor: Actor, names: PeopleNames = NO_NAMES): string {
  switch (actor.kind) {
    case 'user':
      return names.get(actor.userId) ?? actor.userId;
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
