import type { PlainMessage } from '../shared/language/t';
import type { AuditEventDeclaration } from './define-audit-event';
import type { Properties, ValuesOf } from './properties';
import { ACCOUNT_EVENTS } from './events/account-events';
import { ACTIVATION_EVENTS } from './events/activation-events';
import { ACTIVATION_LINK_EVENTS } from './events/activation-link-events';
import { APPROVAL_EVENTS } from './events/approval-events';
import { CALLER_CHECK_EVENTS } from './events/caller-check-events';
import { CASE_EVENTS } from './events/case-events';
import { CONFIRMATION_EVENTS } from './events/confirmation-events';
import { DEVICE_EVENTS } from './events/device-events';
import { DEVICE_HELP_EVENTS } from './events/device-help-events';
import { INVITATION_EVENTS } from './events/invitation-events';
import { ORGANISATION_EVENTS } from './events/organisation-events';
import { PASSKEY_EVENTS } from './events/passkey-events';
import { PASSWORD_RESET_EVENTS } from './events/password-reset-events';
import { PROOF_EVENTS } from './events/proof-events';
import { PROVIDER_EVENTS } from './events/provider-events';
import { RECORD_EVENTS } from './events/record-events';
import { SERVICE_ACCOUNT_EVENTS } from './events/service-account-events';
import { SESSION_EVENTS } from './events/session-events';
import { SIGN_IN_EVENTS } from './events/sign-in-events';
import { WEBHOOK_EVENTS } from './events/webhook-events';

/** In the order of the filter: the types of the API's document have it too. */
const GROUPS = [
  {
    name: 'Signing in',
    events: [
      ...SIGN_IN_EVENTS,
      ...PROOF_EVENTS,
      ...PASSKEY_EVENTS,
      ...PROVIDER_EVENTS,
      ...CONFIRMATION_EVENTS,
      ...SESSION_EVENTS,
      ...ACCOUNT_EVENTS,
      ...PASSWORD_RESET_EVENTS,
    ],
  },
  { name: 'Activation', events: ACTIVATION_EVENTS },
  { name: 'Devices', events: DEVICE_EVENTS },
  {
    name: 'Helpdesk',
    events: [...INVITATION_EVENTS, ...CALLER_CHECK_EVENTS, ...APPROVAL_EVENTS, ...DEVICE_HELP_EVENTS, ...CASE_EVENTS],
  },
  { name: 'Service accounts', events: [...SERVICE_ACCOUNT_EVENTS, ...WEBHOOK_EVENTS, ...ACTIVATION_LINK_EVENTS] },
  { name: 'System', events: [...RECORD_EVENTS, ...ORGANISATION_EVENTS] },
] as const satisfies readonly { name: PlainMessage; events: readonly { type: string }[] }[];

type Declared = (typeof GROUPS)[number]['events'][number];

export type AuditEventType = Declared['type'];

type Flat<Shape> = { [Name in keyof Shape]: Shape[Name] };

type FactsByType = {
  [One in Declared as One['type']]: Flat<{ type: One['type'] } & ValuesOf<One['facts']>>;
};

/**
 * Everything that is recorded. Stored records are read back as this type and hashed, so every word and property name is
 * part of the stored format; see `vocabulary.ts`.
 */
export type AuditFact = FactsByType[AuditEventType];

/** What users are told of at once. */
export type NoticedEvent = NonNullable<Declared['notice']>['what'];

/** One whose type is known only at run time. */
type AnyDeclaration = AuditEventDeclaration<AuditEventType, Properties, NoticedEvent>;

/** Every event under its heading of the filter. By way of `unknown`: a declaration takes the facts of its own type. */
export const AUDIT_EVENT_GROUPS: readonly { name: PlainMessage; events: readonly AnyDeclaration[] }[] = GROUPS.map(
  ({ name, events }) => ({ name, events: events as readonly unknown[] as readonly AnyDeclaration[] }),
);

export const AUDIT_EVENTS: readonly AnyDeclaration[] = AUDIT_EVENT_GROUPS.flatMap(({ events }) => events);

export const AUDIT_EVENT_TYPES: readonly AuditEventType[] = AUDIT_EVENTS.map(({ type }) => type);

const BY_TYPE = new Map(AUDIT_EVENTS.map((event) => [event.type, event]));

export function declarationOf(type: AuditEventType): AnyDeclaration {
  const declaration = BY_TYPE.get(type);
  if (!declaration) throw new TypeError(`no event of the audit log: ${type}`);
  return declaration;
}
