import type { FailureReason } from '@/lib/activation/activation';
import type { InvitationProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { t, type Message } from '@/lib/shared/language/t';

const FAILURES = {
  'no-licence': 'The person has no authenticator licence. Assign one, then ask them to try again.',
  'activation-limit-reached':
    'The licence is in use on as many devices as it allows. Remove one, then ask them to try again.',
  'payload-too-long': 'The user ID is too long for an activation image.',
  'value-not-representable': 'The user ID has a character that an activation image cannot contain.',
  'too-many-wrong-passwords': 'A phone sent a wrong activation password too often. Ask the person if it was theirs.',
  'too-many-wrong-codes': 'The person mistyped the phone’s codes too often. Ask them to try again.',
  'refused-by-gateway': 'The activation service refused it. Ask them to try again.',
  'credential-refused': 'The activation service did not accept their password. Ask them to try again.',
  'lost-by-gateway': 'The activation service lost it, perhaps after a restart. Ask them to try again.',
  'answer-lost':
    'The activation service did not answer, and may have used up an activation of the licence. Look at the person’s licence, then ask them to try again.',
  'gateway-failed': 'The activation service refused this website. Tell an administrator.',
} as const satisfies Record<FailureReason, Message>;

/** What went wrong after the invitation was opened; null when nothing did. */
export function activationTroubleWords({
  activationState,
  failure,
  failedRegistration,
  isOver,
}: Pick<InvitationProgress, 'activationState' | 'failure' | 'failedRegistration' | 'isOver'>): {
  title: string;
  children: string;
} | null {
  if (isOver) return null;
  switch (activationState) {
    case 'failed': {
      const words = [failure ? t(FAILURES[failure]) : t('Ask them to try again.')];
      if (failedRegistration)
        words.push(
          t('The activation service was asked {tries, plural, one {once} other {# times}}. Its reason: {reason}.', {
            tries: failedRegistration.tries,
            reason: failedRegistration.gatewayReason,
          }),
        );
      return { title: t('The activation failed'), children: words.join(' ') };
    }
    case 'expired':
      return { title: t('The image has expired'), children: t('Ask the person to press “New image” on their page.') };
    case 'cancelled':
      return { title: t('The activation was cancelled'), children: t('The person can start again on their page.') };
    case 'requested':
      return {
        title: t('The activation service is not responding'),
        children: t('The image appears as soon as it does.'),
      };
    case 'issued':
    case 'scanned':
    case 'verified':
    case 'linked':
    case 'active':
    case 'superseded':
    case null:
      return null;
  }
}
