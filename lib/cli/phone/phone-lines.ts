import type { UsableAccount } from '../../phone/accounts/account';
import type { DoubtReason, Issuer } from '../../phone/site/judge-image';
import { exactTime } from '../../shared/language/format-moment';

const DOUBTS: Record<DoubtReason, string> = {
  'no-signature': 'this image has no colours that could be read',
  typed: 'a payload carries no signature',
  link: 'a link carries no signature',
  'used-link': 'this link was made for another browser, or used before',
  'no-keys': 'the website does not say what its images are signed with',
  'other-name': 'the website signs its images under another name',
  'old-key': 'this image is signed with a key that the website no longer uses',
  'not-supported': 'this program cannot check signatures',
};

export function issuerLine(issuer: Issuer): string {
  if (issuer.kind === 'verified') return `Issued by ${issuer.origin}`;
  return `Not verifiable: ${DOUBTS[issuer.reason]}. Only go on if you got it on ${issuer.origin}.`;
}

export const PENDING_LINE =
  'The last step had no answer. The phone keeps it: run the same command again within 15 minutes.';

/** @param isHeard whether the website took the report of a forgery */
export function reportLine(isHeard: boolean): string {
  return isHeard ? 'The website has been told.' : 'The website could not be told. Tell the helpdesk.';
}

export function ownerName({ userId, domain }: { userId: string; domain: string }): string {
  return domain ? `${userId} at ${domain}` : userId;
}

/** The account's owner and the device's name, as the website reports them, and the end of its probation. */
export function detailsLines({
  organisation,
  person,
  device,
  trustedFrom,
}: NonNullable<UsableAccount['details']>): string[] {
  const names = [organisation, person, device].filter((name) => name !== '').join(' · ');
  if (trustedFrom === null) return [names];
  return [
    names,
    `New phones can sign in right away. From ${exactTime(new Date(trustedFrom).toISOString())}, this one can also approve changes.`,
  ];
}
