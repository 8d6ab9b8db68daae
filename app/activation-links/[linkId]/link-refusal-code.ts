import type { RefusalCode } from '@/components/site/forms/refusal-words';
import type { LinkRefusal } from '@/lib/helpdesk/activation-links/open-link';

const CODES = {
  'not-found': 'link-expired',
  expired: 'link-expired',
  used: 'link-used',
  'other-user': 'link-other-user',
  'not-connected': 'link-not-connected',
} as const satisfies Record<LinkRefusal, RefusalCode>;

/** Links are forgotten after a day: one that is not known is said to have expired. */
export function linkRefusalCode(refusal: LinkRefusal): (typeof CODES)[LinkRefusal] {
  return CODES[refusal];
}
