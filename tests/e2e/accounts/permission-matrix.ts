import { ROLES, type Role } from '@/lib/accounts/users/role';

/** Who asks: somebody with one role and no other, or nobody who is signed in. */
export const VISITORS = [
  'user',
  'helpdesk-agent',
  'break-glass',
  'helpdesk-approver',
  'auditor',
  'administrator',
  'nobody',
] as const;
export type Visitor = (typeof VISITORS)[number];

const HELPDESK: readonly Role[] = ['helpdesk-agent', 'helpdesk-approver'];
const EVERYBODY: readonly Role[] = ROLES;

/**
 * Every page that needs a sign-in, and whose it is. Others are sent to a page of their own, and who is not signed in to the
 * sign-in page.
 */
export const PAGES: readonly { path: string; for: readonly Role[] }[] = [
  { path: '/', for: ['user'] },
  { path: '/activations/new', for: ['user'] },
  { path: `/activations/act-${'0'.repeat(32)}`, for: ['user'] },
  { path: `/activation-links/lnk-${'0'.repeat(32)}`, for: ['user'] },
  { path: '/authenticators/VDS9999999-1', for: ['user'] },
  { path: '/authenticators/VDS9999999-1/replace', for: ['user'] },
  { path: '/authenticators/assign', for: ['user'] },
  { path: '/authenticators/test', for: ['user'] },
  { path: '/profile', for: EVERYBODY },
  { path: '/profile/freeze', for: EVERYBODY },
  { path: '/profile/recovery-code', for: EVERYBODY },
  { path: `/confirm-caller/mgr-${'0'.repeat(32)}`, for: EVERYBODY },
  { path: '/helpdesk', for: [...HELPDESK, 'administrator'] },
  { path: '/helpdesk/users/jane.doe', for: [...HELPDESK, 'administrator'] },
  { path: '/helpdesk/users/jane.doe/reissue', for: ['helpdesk-agent'] },
  { path: '/helpdesk/checks', for: ['helpdesk-agent'] },
  { path: '/helpdesk/invitations', for: HELPDESK },
  { path: `/helpdesk/invitations/inv-${'0'.repeat(32)}`, for: HELPDESK },
  { path: '/helpdesk/approvals', for: [...HELPDESK, 'administrator'] },
  { path: '/administration/users/new', for: ['administrator'] },
  { path: '/administration/service-accounts', for: ['administrator'] },
  { path: '/administration/service-accounts/new', for: ['administrator'] },
  { path: `/administration/service-accounts/sva-${'0'.repeat(32)}`, for: ['administrator'] },
  { path: `/administration/service-accounts/sva-${'0'.repeat(32)}/key`, for: ['administrator'] },
  { path: '/administration/setup', for: ['administrator'] },
  { path: '/administration/setup/name', for: ['administrator'] },
  { path: '/administration/guide/en', for: ['administrator'] },
  { path: '/helpdesk/alarms', for: [...HELPDESK, 'administrator'] },
  { path: '/helpdesk/messages', for: ['administrator'] },
  { path: '/helpdesk/numbers', for: ['helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'] },
  { path: '/helpdesk/audit', for: ['auditor'] },
  { path: '/helpdesk/status', for: ['administrator'] },
];

/** What anybody may open, signed in or not. */
export const OPEN_TO_ALL: readonly string[] = [
  // What a camera opens; it leads to the app.
  '/a',
  '/api/auth/[...nextauth]',
  '/api/docs',
  '/api/health',
  // Names what fails to whoever may read the metrics alone.
  '/api/health/[probe]',
  '/api/image-keys',
  '/api/language',
  '/api/look/[digest]/colours.css',
  '/api/look/[digest]/logo.png',
  // Refuses by itself whom no setting lets in.
  '/api/metrics',
  '/api/passkeys/sign-in',
  '/api/result-keys',
  '/api/security-contact',
  '/authenticator',
  '/authenticator/check',
  '/authenticator/check/reports',
  '/authenticator/config.json',
  '/authenticator/forged-images',
  // Answers the browser in which devices were activated alone.
  '/authenticator/marks',
  // Answers whoever proves to have the image's password alone.
  '/authenticator/opened-links',
  // Answers the browser that has started the sign-in alone.
  '/authenticator/sign-ins-here',
  // Of itself it is not there.
  '/forbidden',
  '/frozen',
  '/helpdesk/forbidden',
  '/icon.svg',
  '/invitation',
  '/invitation/code',
  '/invitation/entered',
  '/lost-phone',
  '/lost-phone/case',
  '/lost-phone/email',
  '/lost-phone/email/code',
  '/not-me',
  '/not-me/code',
  // Says signed out where to go.
  '/profile/not-me',
  '/sign-in',
  '/sign-in/first-password',
  '/sign-in/first-password/code',
  '/sign-in/forgotten',
  '/sign-in/forgotten/code',
  '/sign-in/one-time-password',
  '/sign-in/one-time-password/code',
  '/sign-in/phone',
  '/sign-in/register',
  '/sign-in/register/code',
  '/sign-in/second-factor',
];

const NOBODYS = `/api/activations/act-${'0'.repeat(32)}`;
const DAYS = 'from=2026-05-01&to=2026-05-04';

/**
 * Every route that needs a sign-in, with the status that it answers to those whose it is. Others get 403, and who is not
 * signed in gets 401.
 */
export const ROUTES: readonly { method?: 'POST'; path: string; for: readonly Role[]; answers: number }[] = [
  { path: `${NOBODYS}/status?after=0`, for: ['user'], answers: 404 },
  { path: `${NOBODYS}/credentials`, for: ['user'], answers: 404 },
  { path: `${NOBODYS}/image.png`, for: ['user'], answers: 404 },
  { method: 'POST', path: '/authenticator/link-tickets', for: ['user'], answers: 400 },
  { path: `/api/helpdesk/invitations/inv-${'0'.repeat(32)}/status?after=0`, for: HELPDESK, answers: 404 },
  {
    path: `/api/helpdesk/manager-requests/mgr-${'0'.repeat(32)}/status?after=0`,
    for: ['helpdesk-agent'],
    answers: 404,
  },
  {
    path: `/api/helpdesk/caller-requests/${'0'.repeat(32)}/status?after=0`,
    for: ['helpdesk-agent'],
    answers: 404,
  },
  {
    path: `/api/numbers/activations?${DAYS}&format=csv`,
    for: ['helpdesk-approver', 'auditor', 'administrator'],
    answers: 200,
  },
  { path: `/api/audit/records?${DAYS}&format=jsonl`, for: ['auditor'], answers: 200 },
  { path: '/api/approvals/count', for: ['helpdesk-approver', 'administrator'], answers: 200 },
  { path: '/api/people?q=jane', for: [...HELPDESK, 'administrator'], answers: 200 },
  { method: 'POST', path: '/api/audit/verification', for: ['auditor'], answers: 200 },
  // Who asks has no passkey.
  { method: 'POST', path: '/api/passkeys/proof', for: EVERYBODY, answers: 404 },
  // At the level of the tests no action takes a code by email.
  { method: 'POST', path: '/api/proof-code', for: EVERYBODY, answers: 404 },
];

/**
 * Actions, each pressed once by somebody who may; what the browser sent is then sent again by everybody else, as somebody
 * would who has read the page's source.
 */
export const ACTIONS: readonly { page: string; button: string; as: Role; for: readonly Role[] }[] = [
  { page: '/activations/new', button: 'Show activation image', as: 'user', for: ['user'] },
  { page: '/administration/setup/gateway', button: 'Check now', as: 'administrator', for: ['administrator'] },
  { page: '/helpdesk/users/board.6', button: 'Save details', as: 'administrator', for: ['administrator'] },
  {
    page: '/helpdesk/users/board.6',
    button: 'Save for caller checks',
    as: 'administrator',
    for: ['administrator'],
  },
];
