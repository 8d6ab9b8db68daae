import { t, type Message } from '@/lib/shared/language/t';

/** What a refused form says: what happened and what to do next. */
const WORDS = {
  'signed-out': 'You’ve been signed out. Sign in again to continue. We’ve kept what you typed.',
  'signed-out-idle':
    'You were signed out, because you did nothing for a while. Sign in again to continue. We’ve kept what you typed.',
  offline: 'You seem to be offline. Nothing was sent. Try again when you are connected.',
  unreachable: 'The site did not answer. Check your connection, then try again.',
  outdated:
    'This site was updated after you opened the page, so nothing was sent. Load the page again, then send it: what you typed is kept, except passwords.',
  'not-permitted': 'Your account may not do this. Ask the helpdesk if you need it.',
  'account-frozen': 'Your account is frozen. To unfreeze it, call the helpdesk: two of them must agree.',
  'not-found': 'This item no longer exists.',
  'invalid-credentials': 'That user ID and password don’t match. Try again.',
  'case-over': 'Too much time has passed. Start again at “Lost your phone?” on the sign-in page.',
  'changed-meanwhile':
    'This was changed after you opened the page, so nothing of yours was saved. You see what is saved now: make your change again.',
  'invalid-input': 'Check the highlighted fields.',
  'field-invalid': 'This can’t be read. Enter it again.',
  'too-many-requests': 'Too many requests. Wait a minute, then try again.',
  'too-many-attempts': 'Too many wrong attempts. Wait 15 minutes, then try again.',
  'too-busy': 'Too many people are signing in right now. Wait a moment, then try again.',
  'step-up-required': 'Confirm it’s you to continue.',
  'second-proof-required': 'Confirm it’s you to continue.',
  'wrong-password': 'That password is wrong. Try again.',
  'device-name-invalid': 'Use up to 64 characters, on one line.',
  'device-name-missing': 'Enter a name for the device.',
  'too-many-starts': 'You’ve reached today’s limit. Try again tomorrow, or ask the helpdesk.',
  'mistyped-code': 'That code is wrong. Compare it with your letter or email, character by character.',
  'invitation-over': 'Your invitation is no longer valid. Ask the helpdesk for a new one.',
  'activation-limit-reached':
    'You’ve reached your device limit. Remove a device you no longer use, or ask the helpdesk to, then try again.',
  'no-licence': 'Your account has no authenticator licence yet. Ask the helpdesk.',
  'refused-by-gateway': 'The activation service refused this request. Ask the helpdesk.',
  'answer-lost':
    'The activation service did not answer, so we don’t know whether it registered your device. We have not tried again by ourselves. Try again, and call the helpdesk if it happens again.',
  'gateway-failed':
    'The activation service can’t register devices right now, and trying again won’t help. The helpdesk can see why: ask them when it works again.',
  'credential-missing': 'Enter your password, or the one-time password on one of your devices.',
  'invitation-needs-password':
    'The activation service needs your password as well. If you don’t know it, ask the helpdesk to set a new one.',
  'credential-refused':
    'The activation service didn’t accept that password. Try again. Each one-time password works only once.',
  'value-not-representable':
    'Your user ID or domain contains a semicolon, so no activation image can be created. Ask the helpdesk.',
  'payload-too-long': 'Your user ID and domain are too long for an activation image. Ask the helpdesk.',
  'gateway-unreachable': 'We can’t reach the activation service right now. Try again in a minute.',
  'not-a-one-time-password': 'A code has 6 to 8 digits. Enter the one that your device shows now.',
  'one-time-password-wrong': 'That code didn’t work. Enter the one that your device shows now.',
  'already-used': 'That code has been used. Wait for the next one on your device.',
  'too-many-one-time-passwords':
    'Too many wrong codes today. Until tomorrow no code is accepted: confirm with your phone instead, or ask the helpdesk.',
  'not-usable-yet': 'This device doesn’t work yet. Your page of the device says from when it does.',
  'too-many-test-logins': 'Too many wrong codes for this device today. Try it again tomorrow.',
  'recovery-code-mistyped':
    'That recovery code has a typing error. Compare it with your paper, character by character.',
  'recovery-code-wrong': 'That isn’t your recovery code. Each code works once, and a new one replaces the old.',
  'too-many-recovery-codes': 'Too many wrong recovery codes today. Try again tomorrow, or ask the helpdesk.',
  'recovery-code-used': 'That recovery code has been used. Each works once. Ask the helpdesk.',
  'voucher-used': 'This phone has confirmed another way back already. You can add more once it is a day old.',
  'too-many-codes': 'Many codes have been requested. Wait an hour, then try again, or ask your helpdesk.',
  'mailed-code-wrong':
    'That code didn’t work. It works once, for 10 minutes, in the browser that requested it. A newer email replaces it.',
  'device-proof-required':
    'The code from the email is right, and it alone is not enough for your account. Confirm that it’s you in one more way.',
  'secret-used': 'That code has been used. Ask for a new one.',
  'unknown-link': 'This link works once, and a newer email replaces it. Sign in, or ask your helpdesk for a new one.',
  'expired-link': 'This link has expired: it was valid for a week. Ask your helpdesk for a new one.',
  'mail-address-invalid': 'Enter one to five email addresses, one on each line, such as name@example.org.',
  'no-mail-address': 'Keep at least one address.',
  'addresses-changed-elsewhere': 'Your organisation manages your email addresses. Change them there.',
  'numbers-changed-elsewhere': 'Your organisation manages your telephone numbers. Change them there.',
  'phone-numbers-invalid':
    'Enter one telephone number on each line, at most five, each with its country: +49 30 1234567.',
  'passkey-refused': 'That passkey didn’t work. Try again, or confirm in another way.',
  'offline-not-offered': 'The activation service works only with phones that have an internet connection.',
  'wrong-device-code': 'That device code is wrong. Compare it with the one on your phone and enter it again.',
  'wrong-signature': 'That signature is wrong. Compare it with the one on your phone and enter it again.',
  'not-offered': 'The activation service doesn’t let this site do that. Ask the helpdesk.',
  'awaiting-approval': 'Its removal was sent for approval. The device works until then.',
  held: 'This device stays locked: there is another reason for the lock. Ask the helpdesk if you need it.',
  'held-otherwise':
    'This device can’t be brought back: it is also locked for another reason. Reload this page to see which, or ask the helpdesk.',
  'another-under-way': 'You’re already replacing another device. Finish that first, or keep the other device.',
  'no-activation-left':
    'You’ve reached your device limit. Remove a device you no longer use, or ask the helpdesk to, then try again.',
  over: 'It’s too late for this.',
  locked: 'This device is locked. Unlock it, then try again.',
  'password-too-short': 'Use at least 15 characters.',
  'password-too-long': 'Use at most 128 characters.',
  'password-guessable':
    'That password is easy to guess. Use a few random words, without your user ID, name or email address.',
  'time-zone-unknown': 'Choose a city from the list.',
  'time-zone-not-kept': 'Your organisation’s directory cannot keep a time zone for you.',
  'password-rejected':
    'Your organisation’s rules don’t allow that password. It may be too short, too simple, or one you have had before. Choose another.',
  'password-change-unclear':
    'The server didn’t answer, so your password may be the new one or still the old one. We signed you out everywhere else. Try the new one first.',
  'pin-or-code-wrong':
    'The current PIN or the one-time password is wrong. Check the PIN, and use the next one-time password.',
  'password-or-code-wrong':
    'The password or the one-time password is not right. Check the password, and use the next one-time password.',
  'pin-rejected': 'Your organisation’s rules don’t allow that PIN. Choose another one of up to 8 digits.',
  'pins-differ': 'The new PINs don’t match.',
  'pin-change-unclear':
    'The server didn’t answer, so your PIN may be the new one or still the old one. We signed you out everywhere else. Try the new one first.',
  'changed-elsewhere': 'Your organisation manages your password. Change it there.',
  'link-expired': 'It worked for 10 minutes. Go back to the site that sent you, and start again there.',
  'link-used': 'It works once. Go back to the site that sent you, and start again there.',
  'link-other-user':
    'It was made for another account than the one you’re signed in with. Sign out, then sign in with the account that you use there.',
  'link-not-connected':
    'The site that sent you is no longer connected to this one. Your devices are here all the same.',
  'serial-number-invalid': 'A serial number has 10 characters. Compare it with the back of the device.',
  'assignment-waiting': 'You’ve already requested one, and it waits for approval. Your devices show how it goes.',
  'has-hardware-already': 'You already have a hardware authenticator. If it is lost or broken, call the helpdesk.',
  'assignment-refused':
    'It was not assigned. The serial number, the password or the code is wrong, or the device is somebody else’s. Check them, and use the next code.',
  'challenge-used': 'That response didn’t work, and each challenge counts once. Start again for a new one.',
  'assignment-unconfirmed':
    'The activation service took what you typed, and doesn’t show the device as yours yet. Look at your devices in 20 minutes. If it isn’t there, ask the helpdesk.',
  'passwords-differ': 'The new passwords don’t match.',
} as const satisfies Record<string, Message>;

/** Every code that a form can show to people who look after themselves. An action that refuses with any other does not compile. */
export type RefusalCode = keyof typeof WORDS;

export function refusalWords(code: RefusalCode): string {
  const words = WORDS[code];
  // After an update of the site the server may have a code that an open page does not know: it says nothing then.
  return words && t(words);
}
