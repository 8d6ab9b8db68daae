import { t } from '../../shared/language/t';
import { defineAuditEvent, NO_FACTS } from '../define-audit-event';
import { DEVICE } from '../device-facts';
import { nullable, text, word, words } from '../properties';
import { itsDevice, itsDeviceFirst, itsName, oneVoice, twoVoices } from '../voice';

/** Why a device was disowned. */
const DISOWNING_CAUSES = words('cause of disowning', ['not-me', 'revoked-invitation']);

const BY_HELPDESK = {
  facts: {
    // Of the invitation or removal; null if there is none.
    requestId: nullable(text),
    ...DEVICE,
  },
  example: { requestId: null, instanceId: 'VDS1000042-1' },
};

/** What the helpdesk and this site do with users’ devices. */
export const DEVICE_HELP_EVENTS = [
  defineAuditEvent({
    type: 'device-locked-by-helpdesk',
    ...BY_HELPDESK,
    name: 'Device locked by the helpdesk',
    sentence: oneVoice('The helpdesk locked {device}', itsDevice),
    notice: { what: 'device-locked', about: itsName },
  }),
  /** The agent undid a lock of their own. */
  defineAuditEvent({
    type: 'device-unlocked-by-helpdesk',
    ...BY_HELPDESK,
    name: 'Lock undone by the helpdesk',
    sentence: oneVoice('The helpdesk undid the lock of {device}', itsDevice),
    notice: { what: 'device-unlocked', about: itsName },
  }),
  defineAuditEvent({
    type: 'device-removed-by-helpdesk',
    ...BY_HELPDESK,
    example: { requestId: 'rem-00', instanceId: 'VDS1000042-1' },
    name: 'Device removed by the helpdesk',
    sentence: oneVoice('The helpdesk removed {device}', itsDevice),
    notice: { what: 'device-removed', about: itsName },
  }),
  defineAuditEvent({
    type: 'device-disowned',
    facts: { ...DEVICE, activationId: text, cause: word(DISOWNING_CAUSES) },
    example: { cause: 'not-me', activationId: 'act-00', instanceId: 'VDS1000042-1' },
    name: 'Device reported',
    sentence: (facts, { Device }) =>
      facts.cause === 'not-me'
        ? t('{device} was reported: “It wasn’t me”', { device: Device(facts) })
        : t('{device} was activated with a revoked invitation', { device: Device(facts) }),
    severity: 'high',
  }),
  defineAuditEvent({
    type: 'disowned-device-locked',
    facts: { ...DEVICE, activationId: text },
    example: { activationId: 'act-00', instanceId: 'VDS1000042-1' },
    name: 'Reported device locked',
    sentence: oneVoice('{device} was locked', itsDeviceFirst),
    notice: { what: 'device-locked', about: itsName },
  }),
  /** What works on a caller's phone, by a code. It names nobody, so the event has no subject. */
  defineAuditEvent({
    type: 'phone-check-read',
    ...NO_FACTS,
    name: 'Check of a phone read',
    sentence: twoVoices('You read what a caller’s phone can do', 'Read what a caller’s phone can do'),
  }),
] as const;
