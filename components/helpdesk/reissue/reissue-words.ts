import type { CheckMethod } from '@/lib/helpdesk/caller-check/caller-assessment';
import type { Delivery, OldDeviceFate } from '@/lib/helpdesk/reissue/reissue';
import type { ReissueReason } from '@/lib/helpdesk/reissue/reissue-reason';

export const REASON_WORDS: Record<ReissueReason, string> = {
  lost: 'Lost',
  stolen: 'Stolen',
  'new-phone': 'New phone',
  failed: 'Failed',
  expired: 'Expired',
  other: 'Other',
};

export const FATE_WORDS: Record<OldDeviceFate, string> = {
  lock: 'Lock now',
  keep: 'Keep until the new one works',
  remove: 'Remove',
};

export const DELIVERY_WORDS: Record<Delivery, string> = {
  mail: 'Mail',
  letter: 'Printed letter',
  phone: 'Code read out on the phone',
};

export const CHECK_WORDS: Record<CheckMethod, string> = {
  'call-back': 'Called back on a known number',
  'identity-document': 'Last characters of an identity document',
  manager: 'Confirmed by a manager',
  'login-request': 'Login request confirmed on another device',
  'one-time-password': 'One-time password from another device',
};
