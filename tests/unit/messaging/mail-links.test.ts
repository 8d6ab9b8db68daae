import { expect, it } from 'vitest';
import { PAGE_POLICY } from '@/lib/accounts/policy/route-policy';
import { MAILS } from '@/lib/messaging/mail-content';
import type { Field } from '@/lib/messaging/mail-kinds/define-mail';

/** The page that each link of a mail to a user leads to. */
const OF_USERS: Readonly<Record<string, string>> = {
  'invitation invitationLink': '/invitation',
  'device-activated notMeLink': '/not-me',
  'device-retiring notMeLink': '/not-me',
  // Undoing a replacement widens access again. The password, which the replacement leaves alone, signs in for it.
  'device-retiring undoUrl': '/authenticators/[instanceId]',
  // Of a freeze and of a lost phone it is '/not-me', with a link of its own.
  'account-notice notMeUrl': '/profile/not-me',
  'account-invitation passwordLink': '/sign-in/first-password',
};

/** To staff, to managers and to the printer: nothing of their own is closed by what they are told. */
const OF_OTHERS = new Set([
  'invitation-letter invitationLink',
  'invitation-letter codeUrl',
  'manager-asked answerUrl',
  'not-me-reported alarmUrl',
  'case-disputed alarmUrl',
  'reissue-disowned alarmUrl',
  'approval-requested queueUrl',
  'break-glass-used alarmUrl',
  'role-requested queueUrl',
  'change-requested queueUrl',
  'service-budget-used-up alarmUrl',
  'service-account-requested queueUrl',
  'service-key-made accountUrl',
  'service-key-replaced accountUrl',
  'service-account-expiring accountUrl',
]);

/** Pages that say signed out what to do, though they show more to whoever is signed in. */
const SIGNED_OUT_TOO = new Set(['/profile/not-me']);

const LINKS = Object.entries(MAILS).flatMap(([kind, { holds }]) => {
  const fields: [string, Field<unknown>][] = Object.entries(holds);
  return fields.flatMap(([name, { shape }]) => (shape === 'link' ? [`${kind} ${name}`] : []));
});

it('every link of a mail is listed with its reader', () => {
  expect(LINKS.toSorted()).toEqual([...Object.keys(OF_USERS), ...OF_OTHERS].toSorted());
});

it('a mail to a user leads to a page that works signed out: what it tells of may have closed the sign-in', () => {
  const closed = Object.entries(OF_USERS).filter(
    ([, page]) => PAGE_POLICY[page] !== 'nobody' && !SIGNED_OUT_TOO.has(page),
  );
  expect(closed).toEqual([['device-retiring undoUrl', '/authenticators/[instanceId]']]);
});
