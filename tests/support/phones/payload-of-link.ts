import { separateTicket } from '@/lib/shared/codes/app-link';

/** The payload in the link "Open on this device". */
export function payloadOfLink(link: string): string {
  return separateTicket(decodeURIComponent(link.split('#')[1] ?? '')).payload;
}
