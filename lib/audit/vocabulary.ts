import { ACTOR_KINDS } from './audit-event';
import { CHAIN_PROBLEMS } from './chain-verdict';
import { AUDIT_EVENT_TYPES } from './event-types';
import * as account from './facts/account-facts';
import * as life from './facts/account-life-facts';
import * as activation from './facts/activation-facts';
import * as link from './facts/activation-link-facts';
import * as device from './facts/device-facts';
import * as helpdesk from './facts/helpdesk-facts';
import { PHONE_REQUEST_ENDS } from './facts/phone-request-ends';
import { EXPORT_FORMATS } from './facts/record-facts';
import * as service from './facts/service-account-facts';

/**
 * Goes up by one with each change that adds words. Words are only added, never renamed or removed, because records that
 * contain them are hashed and kept for years. Other rooms may rename their own unions: code that records a renamed
 * member does not compile until it maps the member to its recorded word.
 */
export const VOCABULARY_VERSION = 9;

/** Every word that a record may contain, by its property. Free text, identifiers and numbers are not words. */
export const VOCABULARY = {
  'event type': AUDIT_EVENT_TYPES,
  actor: ACTOR_KINDS,
  'sign-in failure': account.SIGN_IN_FAILURES,
  'step-up failure': account.STEP_UP_FAILURES,
  'proof given': account.PROOFS_GIVEN,
  'protected action': account.PROTECTED_ACTIONS,
  'purpose of a passkey': account.PASSKEY_PURPOSES,
  'passkey refusal': account.PASSKEY_PROBLEMS,
  'refusal of a provider': account.PROVIDER_PROBLEMS,
  'refusal of a confirmation': account.CONFIRMATION_REFUSALS,
  'recovery code refusal': account.RECOVERY_CODE_REFUSALS,
  'phone sign-in refusal': account.PHONE_SIGN_IN_REFUSALS,
  'end of a request to a phone': PHONE_REQUEST_ENDS,
  limit: account.LIMITS,
  permission: account.PERMISSIONS,
  role: life.ROLES_CHANGED,
  'account change': life.ACCOUNT_CHANGES,
  'refused account change': life.ACCOUNT_REFUSALS,
  'way to freeze': life.FREEZERS,
  'way to a new password': life.RESET_WAYS,
  'refused new password': life.RESET_REFUSALS,
  'service account change': service.SERVICE_ACCOUNT_CHANGES,
  'refused service account change': service.SERVICE_ACCOUNT_REFUSALS,
  'refused service key': service.SERVICE_KEY_REFUSALS,
  'refused activation link': link.ACTIVATION_LINK_REFUSALS,
  'outcome of an activation link': link.LINK_OUTCOMES,
  'activation failure': activation.ACTIVATION_FAILURES,
  'start refusal': activation.START_REFUSALS,
  'typed code': activation.TYPED_CODES,
  'image format': activation.IMAGE_FORMATS,
  forgery: activation.FORGERIES,
  'login test': device.LOGIN_TEST_OUTCOMES,
  "test of a caller's device": device.CALLER_TEST_OUTCOMES,
  're-issue reason': helpdesk.REISSUE_REASONS,
  delivery: helpdesk.DELIVERIES,
  'caller check': helpdesk.CALLER_CHECKS,
  'fate of the old device': helpdesk.OLD_DEVICE_FATES,
  'invitation refusal': helpdesk.INVITATION_REFUSALS,
  'proof of the invited person': helpdesk.INVITATION_PROOFS,
  'refusal to open an invitation': helpdesk.OPENING_REFUSALS,
  'revocation reason': helpdesk.REVOCATION_REASONS,
  'change by two': helpdesk.CHANGES,
  'daily budget': service.DAILY_BUDGETS,
  'cause of disowning': helpdesk.DISOWNING_CAUSES,
  'export format': EXPORT_FORMATS,
  'chain problem': CHAIN_PROBLEMS,
} as const satisfies Record<string, readonly string[]>;
