/** Sentences for refusals that only staff get. */
const HELPDESK_REFUSALS = {
  gone: 'This is no longer there. Load the page again.',
  'own-account': 'Nobody helps themselves. Ask a colleague to do this for you.',
  'own-request': 'Nobody decides their own request. Ask another approver.',
  'not-awaiting': 'This has been decided already, or its time is over.',
  'already-over': 'This invitation has ended already.',
  'already-asked': 'The removal of this device has been asked for already.',
  'reason-missing': 'Say in one line what happened.',
  'ticket-missing': 'Enter the ticket: one line of at most 64 characters.',
  'decline-reason-missing': 'Say in one line why you decline, in at most 200 characters.',
  'lifetime-out-of-range': 'An invitation is valid for 5 minutes to 24 hours, a letter for up to 14 days.',
  'justification-missing': 'Say in 20 to 500 characters why this cannot wait for a second person.',
  'old-device-missing': 'Say which device this is about: a stolen one is locked at once.',
  'evidence-missing': 'Fill in what you saw or heard for every check that you ticked.',
  'caller-check-insufficient': 'The caller check is not enough yet. Make one more check, then send the invitation.',
  'device-may-not-vouch': 'That device proves nothing: it is locked, lost or stolen. Use another check.',
  'callers-password-wrong': 'That one-time password is not right. Ask the caller for the one that the phone shows now.',
  'check-not-offered': 'The activation service has no way to check this. Use another check.',
  'no-active-device': 'The caller has no active device that could be asked. Use another check.',
  'asked-too-often':
    'Phones were asked too often lately, the caller’s or by you. Wait 15 minutes, or use another check.',
  'caller-not-confirmed':
    'What the phone confirmed counts no longer: its time is over, or it was used. Ask the phone again, or use another check.',
  'phone-answered-too-often':
    'Wrong answers came from the caller’s phones lately, so that this one does not count. Use another check.',
  'no-mail-address': 'No mail address is known of this person, so nothing can be sent.',
  'letter-not-possible': 'Letters cannot be printed here. Choose another way to deliver.',
  'too-many-invitations': 'Too many invitations lately, for this person or from you. Wait a while, then try again.',
  'try-again': 'Colleagues are working on the same person right now. Look at the page again, then repeat this step.',
  'not-shown-yet': 'The caller’s page shows no code yet. Ask them to open the link in their mail.',
  'wrong-code': 'That is not the code on the caller’s page. Ask them to read it out again.',
  'not-dead': 'This message is under way again, or has been delivered.',
  'message-expired': 'This message has expired: what it carries is of no use any more.',
} satisfies Record<string, string>;
/** What a refused form says: what happened and what to do next. */
const WORDS = {
  'signed-out': 'You have been signed out. Sign in again: what you filled in is kept.',
  offline: 'You seem to be offline. Nothing was sent. Try again when you are connected.',
  unreachable: 'The site did not answer. Check your connection, then try again.',
  'not-permitted': 'Your account may not do this. Ask your helpdesk if you need it.',
  'not-found': 'This is no longer there. Go back to your devices and look again.',
  'invalid-input': 'Something in the form was not understood. Check it and try again.',
  'too-many-requests': 'That was too fast. Wait a minute, then try again.',
  'too-many-attempts': 'Too many wrong attempts. Wait 15 minutes, then try again.',
  'too-busy': 'Too many people are signing in right now. Wait a moment and try again.',
  'step-up-required': 'Enter your password to continue. You signed in a while ago.',
  'wrong-password': 'That password is not right. Try again.',
  'device-name-invalid': 'Use one line of at most 64 characters for the device name.',
  'device-name-missing': 'Enter a name for the device.',
  'too-many-starts':
    'You have started as many activations as one day allows. Try again tomorrow, or ask your helpdesk.',
  'mistyped-code': 'That code is not right. Compare it with your letter, character by character.',
  'invitation-over': 'Your invitation is no longer valid. Call the helpdesk for a new one.',
  'activation-limit-reached':
    'All activations of your licence are in use. Remove a device that you no longer use, then try again.',
  'no-licence': 'There is no authenticator licence for your account. Ask your helpdesk to assign one.',
  'refused-by-gateway': 'The activation service refused this request. Ask your helpdesk.',
  'credential-missing': 'Enter your password, or the one-time password that a device of yours shows.',
  'invitation-needs-password':
    'The activation service asks for your password, which the invitation cannot replace. If you do not know it, ask the helpdesk to set one for you.',
  'credential-refused':
    'The activation service did not accept that password or one-time password. Try again; a one-time password works once.',
  'value-not-representable':
    'Your user ID or domain holds a semicolon, which an activation image cannot carry. Ask your helpdesk.',
  'payload-too-long': 'Your user ID and domain are too long for an activation image. Ask your helpdesk.',
  'gateway-unreachable': 'The activation service cannot be reached right now. Try again in a minute.',
  'not-a-one-time-password': 'A one-time password is six to eight digits. Enter the one your phone shows now.',
  'one-time-password-wrong': 'That one-time password is not right. Enter the one your phone shows now.',
  'already-used': 'That one-time password has been used. Wait for your phone to show the next one.',
  'offline-not-offered': 'The activation service activates only phones with an internet connection.',
  'wrong-device-code':
    'That device code is not right. Compare it with the one on the phone, digit by digit, and enter it again.',
  'wrong-signature':
    'That signature is not right. Compare it with the one on the phone, digit by digit, and enter it again.',
  'not-offered': 'The activation service does not let this site do that. Ask your helpdesk.',
  held: 'This device stays locked, because it is locked for another reason too. Call the helpdesk if you need it.',
  'held-otherwise':
    'This device cannot be brought back, because it is also locked for another reason. Load this page again to see which; the helpdesk can help you.',
  'another-under-way': 'You are replacing another device already. Finish that first, or keep the other device.',
  'no-activation-left':
    'All activations of your licence are in use. Remove a device that you no longer use, then try again.',
  over: 'The time for this is over.',
  locked: 'This device is locked. Unlock it, then test the login again.',
  'password-too-short': 'Use at least 15 characters for the new password.',
  'password-too-long': 'Use at most 128 characters for the new password.',
  'password-guessable':
    'That password is easy to guess. Use several words that have nothing to do with each other, and leave out your user ID, your name and your email address.',
  'changed-elsewhere': 'Your password is not kept here. Change it where your organisation looks after it.',
  'passwords-differ': 'The two new passwords are not the same. Enter them again.',
  ...HELPDESK_REFUSALS,
} satisfies Record<string, string>;

/** Every code that a form can show. The type checker rejects actions that refuse with any other. */
export type RefusalCode = keyof typeof WORDS;

export function refusalWords(code: RefusalCode): string {
  return WORDS[code];
}
