import { refusalWords, type RefusalCode } from '@/components/site/forms/refusal-words';
import { t, type Message } from '@/lib/shared/language/t';

/** Sentences for refusals that only staff get. */
const STAFF_WORDS = {
  'phone-code-mistyped': 'That code is mistyped. Ask the caller to read it out again.',
  'phone-code-unknown': 'No check has this code, or its hour is over. Ask the caller to make a new one.',
  gone: 'This item no longer exists. Load the page again.',
  'own-account': 'You can’t do this for your own account. Ask a colleague.',
  'roles-elsewhere': 'Your organisation’s sign-in gives roles. Change them there: they count from the next sign-in on.',
  'accounts-elsewhere': 'Accounts are managed at your authentication server. Change this one there.',
  'last-administrator': 'This is the last administrator who can sign in. Give somebody else that role first.',
  'already-disabled': 'This account is disabled. Load the page again.',
  'not-disabled': 'This account is not disabled any more. Load the page again.',
  'being-removed': 'This account is being deleted. Nothing can be changed any more.',
  'has-role': 'This person already has that role. Load the page again.',
  'lacks-role': 'This person does not have that role any more. Load the page again.',
  'role-already-asked': 'That role was already requested for this person, and waits for a second one.',
  'role-over':
    'This role can’t be given any more: the account, or whoever asked, was disabled or is no administrator now.',
  'not-invited': 'This person has set a password already, or the account is disabled. Load the page again.',
  'address-of-staff':
    'A member of staff keeps their email addresses. Take the staff roles away first; giving them back takes two people.',
  'user-exists': 'That user ID is taken. Choose another one.',
  'user-id-invalid':
    'Enter a user ID of at most 255 characters, without spaces, semicolons or invisible characters, and each word in one script.',
  'name-invalid': 'Enter a name of at most 100 characters, each word in one script.',
  'mail-addresses-invalid': 'Enter one email address on each line, at most five.',
  'mail-address-missing': 'Enter an email address: the link for the first password goes there.',
  'language-unknown': 'Choose one of the languages.',
  'group-invalid': 'Use at most 64 characters, on one line.',
  'account-disabled':
    'This person can’t sign in: the account is disabled or locked. An administrator has to change that before you invite them.',
  'case-closed': 'This case is closed already. Load the page again.',
  'not-frozen': 'This account is not frozen any more. Load the page again.',
  'nobody-to-alarm':
    'Nobody would be alarmed, so this can’t go on without approval. Ask an administrator to name an approver.',
  'break-glass-used-up': 'You’ve skipped approval as often as a day allows. Wait for an approver.',
  'change-already-asked': 'That was already requested, and waits for a second person.',
  'change-not-possible': 'This change isn’t possible any more, so nothing was changed.',
  'lock-not-by-system': 'Only a lock that a system set can be lifted. What staff locked stays locked.',
  'own-request': 'You can’t approve your own request. Ask another approver.',
  'not-awaiting': 'This was already decided, or its time is over.',
  'already-over': 'This invitation has already ended.',
  'already-asked': 'The removal of this device was already requested.',
  'lock-not-yours': 'Only the agent who locked this device can undo that, and the lock is not yours.',
  'lock-undo-late': 'A lock can be undone for 15 minutes. That time is over.',
  'lock-followed': 'Something else has happened since the lock, so it can’t be undone. Load the page again.',
  'reason-missing': 'Say in one line what happened.',
  'ticket-missing': 'Enter the ticket: one line of at most 64 characters.',
  'decline-reason-missing': 'Say in one line why you decline, in at most 200 characters.',
  'lifetime-out-of-range': 'An invitation is valid for 5 minutes to 24 hours, a letter for up to 14 days.',
  'justification-missing': 'Say in 20 to 500 characters why this can’t wait for approval.',
  'old-device-missing': 'Choose the device this is about. A stolen one is locked immediately.',
  'evidence-missing': 'Enter what you saw or heard, in one line.',
  'evidence-malformed': 'That is too short. Enter all of it.',
  'caller-check-insufficient':
    'The caller check is not enough to go on alone. Add another check, or let a second person approve it.',
  'number-not-on-record':
    'That number is not on record any more, or for less than a week. Load the page again and choose another check.',
  'manager-not-confirmed':
    'The manager’s confirmation has expired or was already used. Ask again, or use another check.',
  'no-manager-on-record': 'There is no manager on record who can be asked. Use another check.',
  'manager-without-address': 'The manager on record has no email address. Use another check.',
  'manager-unknown': 'Enter the user ID of somebody else who has an account.',
  'device-may-not-vouch': 'That device proves nothing: it is locked, lost or stolen. Use another check.',
  'callers-password-wrong': 'That one-time password didn’t work. Ask for the one on the caller’s phone now.',
  'check-not-offered': 'The activation service can’t check this. Use another check.',
  'no-active-device': 'The caller has no active device to send a check to. Use another check.',
  'asked-too-often':
    'Too many checks were sent lately, to this caller or by you. Wait 15 minutes, or use another check.',
  'caller-not-confirmed':
    'The phone confirmation has expired or was already used. Send a new check, or use another one.',
  'phone-answered-too-often':
    'The caller’s phones gave wrong answers lately, so this one does not count. Use another check.',
  'no-mail-address': 'This user has no email address, so nothing can be sent.',
  'letter-not-possible': 'Letters can’t be printed here. Choose another way to send it.',
  'too-many-invitations': 'Too many invitations lately, for this user or from you. Wait a while, then try again.',
  'try-again': 'A colleague is working on the same user right now. Load the page again, then repeat this step.',
  'not-shown-yet': 'The caller’s page shows no code yet. Ask them to open the link in their email.',
  'wrong-code': 'That is not the code on the caller’s page. Ask them to read it out again.',
  'name-taken': 'Another service account, or a request for one, has that name. Choose another.',
  'service-name-invalid': 'Enter a name of at most 60 characters, on one line.',
  'scopes-missing': 'Choose at least one thing that the system may do.',
  'networks-invalid':
    'Enter addresses or ranges such as 192.0.2.0/24, one on each line, at most 50. The digits behind the prefix must be zero.',
  'requests-out-of-range': 'Enter a number from 1 to 6,000.',
  'last-day-out-of-range': 'Choose a day from today on, within a year.',
  'already-suspended': 'This service account is suspended. Load the page again.',
  'not-suspended': 'This service account is not suspended any more. Load the page again.',
  'service-ended': 'This service account has ended, for good. Request a new one.',
  'service-expired': 'This service account has expired. Set a later last day first.',
  'service-request-over':
    'This can’t be approved any more: whoever requested it was disabled, or is no administrator now.',
  'scopes-already-asked': 'More was already requested for this service account, and waits for a second person.',
  'has-scopes': 'The service account may do that already. Load the page again.',
  'no-scope-left': 'A service account keeps at least one thing that it may do. End it instead.',
  'not-requester': 'Only whoever requested this service account is shown its first key.',
  'has-key': 'The key of this service account was shown already. If it is lost, replace it.',
  'no-key': 'This service account has no key yet. Load the page again.',
  'has-return-address': 'That address or name is registered already. Load the page again.',
  'no-return-address': 'That address is not registered any more. Load the page again.',
  'too-many-return-addresses': 'Ten addresses are registered. Remove one first.',
  'return-address-invalid':
    'Enter a whole address that begins with https://, such as https://bank.example/phones/back, without #, *, a user name, or a parameter called state or result.',
  'return-name-invalid': 'Enter a name of at most 60 characters, on one line.',
  'key-ended': 'This key has ended already. Load the page again.',
  'takes-proof': 'To let in more than before, confirm that it’s you.',
  'organisation-name-invalid': 'Enter a name of at most 64 characters, on one line.',
  'set-by-operator': 'This is fixed by the site’s settings, so it can’t be changed here.',
  'helpdesk-name-missing': 'Enter what the helpdesk is called.',
  'helpdesk-unreachable': 'Enter a telephone number or an email address.',
  'helpdesk-email-invalid': 'This is not an email address.',
  'helpdesk-part-invalid': 'Use at most 120 characters in each field, on one line.',
  'colour-invalid': 'Enter a colour as # and six digits or letters from a to f, such as #0a5960.',
  'colour-too-faint':
    'Text in this colour can’t be read well: its contrast is below 4.5 to 1. Take the suggestion, or a stronger colour.',
  'logo-missing': 'Choose a file first.',
  'logo-too-large': 'This file is larger than 64 KB. Save it smaller.',
  'logo-not-png': 'This file is not a PNG. Save the logo as PNG.',
  'logo-too-wide': 'This picture has more than 512 pixels on a side. Save it smaller.',
  'logo-unreadable': 'This picture can’t be read. Save it again as PNG, without interlacing.',
  'too-many-test-mails': 'Ten test emails were sent lately. Wait 15 minutes, then try again.',
  'too-many-forwardings': 'This was done ten times lately. Wait 15 minutes, then try again.',
  'not-forwarded': 'The audit log is not forwarded: TESSERA_SIEM is not set.',
  'nothing-recorded-since': 'Nothing was recorded since that day. Choose an earlier one.',
  'not-dead': 'This message is being sent again, or was delivered.',
  'message-expired': 'This message has expired: its content is no longer valid.',
} as const satisfies Record<string, Message>;

/** Every code that a form of the staff area can show. */
export type StaffRefusalCode = RefusalCode | keyof typeof STAFF_WORDS;

/** Apart from everybody's words, which every page of every person loads. */
export function staffRefusalWords(code: StaffRefusalCode): string {
  return isStaffOnly(code) ? t(STAFF_WORDS[code]) : refusalWords(code);
}

function isStaffOnly(code: StaffRefusalCode): code is keyof typeof STAFF_WORDS {
  return Object.hasOwn(STAFF_WORDS, code);
}
