import { defineAuditEvent } from '../define-audit-event';
import { PIN_TRIES } from '../../shared/pin-tries';
import { DEVICE, type NamedDevice } from '../device-facts';
import { t, type Message } from '../../shared/language/t';
import { count, nullable, optional, text, word, words } from '../properties';
import { itsDevice, itsDeviceFirst, itsName, oneVoice, twoVoices } from '../voice';
import { loginTestText, LOGIN_TEST_OUTCOMES } from './login-tests';

const OF_DEVICE = { facts: DEVICE, example: { instanceId: 'VDS1000042-1' } };

const REPLACED = {
  facts: { ...DEVICE, newInstanceId: text, newDeviceName: optional(text) },
  example: { instanceId: 'VDS1000042-1', newInstanceId: 'VDS1000042-2' },
};

function newDeviceOf({ newInstanceId: instanceId, newDeviceName: deviceName }: Replaced): NamedDevice {
  return { instanceId, ...(deviceName !== undefined && { deviceName }) };
}

type Replaced = { newInstanceId: string; newDeviceName?: string };

/** What erased the copy of a phone's key. */
const COPY_ENDS = words('end of a copy', ['wrong-pins', 'person', 'phone']);

/** Why a command that waited for a second administrator at the gateway was not carried out. */
const OPERATION_ENDS = ['rejected', 'withdrawn', 'changed', 'expired'] as const;
const REMOVAL_ENDS = words('end of a removal', OPERATION_ENDS);
const ASSIGNMENT_ENDS = words('end of an assignment', OPERATION_ENDS);

/** For pages, too. */
export const ASSIGNMENT_END_WORDS = {
  rejected: 'The hardware authenticator {serial} was not approved',
  withdrawn: 'The request for the hardware authenticator {serial} was withdrawn',
  changed: 'The hardware authenticator {serial} was not assigned, because it was not free any more',
  expired: 'Nobody approved the hardware authenticator {serial} in 30 days',
} as const satisfies Record<(typeof OPERATION_ENDS)[number], Message>;

/** What ended that a device is reached while its app is closed. */
const REACH_ENDS = words('end of notifications', ['phone', 'push-service']);

/** Users’ own devices. `instanceId` is the old device’s in a replacement. */
export const DEVICE_EVENTS = [
  defineAuditEvent({
    type: 'authenticator-renamed',
    facts: { ...DEVICE, name: text },
    example: { name: 'My phone', instanceId: 'VDS1000042-1' },
    name: 'Device renamed',
    sentence: twoVoices('You renamed {device} to “{name}”', 'Renamed {device} to “{name}”', (facts, { device }) => ({
      device: device(facts),
      name: facts.name,
    })),
    story: 'disownable',
  }),
  defineAuditEvent({
    type: 'authenticator-locked',
    ...OF_DEVICE,
    name: 'Device locked',
    sentence: twoVoices('You locked {device}', 'Locked {device}', itsDevice),
    // The site locks devices only in a freeze, which is told as a whole.
    notice: { what: 'device-locked', about: (facts, by) => (by === 'site' ? null : itsName(facts)) },
  }),
  /** By whoever held the browser in which it was activated, and which had deleted it. */
  defineAuditEvent({
    type: 'deleted-device-locked',
    ...OF_DEVICE,
    name: 'Deleted device locked',
    sentence: oneVoice('{device} was locked in the browser that had deleted it', itsDeviceFirst),
    story: 'by anybody',
    notice: { what: 'device-locked', about: itsName },
  }),
  defineAuditEvent({
    type: 'authenticator-unlocked',
    ...OF_DEVICE,
    name: 'Device unlocked',
    sentence: twoVoices('You unlocked {device}', 'Unlocked {device}', itsDevice),
    story: 'disownable',
    notice: { what: 'device-unlocked', about: itsName },
  }),
  defineAuditEvent({
    type: 'authenticator-removed',
    facts: {
      ...DEVICE,
      // The device's, in records from before all records had one.
      name: optional(text),
    },
    example: { instanceId: 'VDS1000042-1', deviceName: 'Pixel 9' },
    name: 'Device removed',
    sentence: twoVoices(
      'You removed {device}',
      'Removed {device}',
      ({ instanceId, name, deviceName = name }, { device }) => ({
        device: device({ instanceId, ...(deviceName !== undefined && { deviceName }) }),
      }),
    ),
    story: 'disownable',
    notice: {
      what: 'device-removed',
      about: itsName,
    },
  }),
  /** At the gateway, where a second administrator has to approve it. `reference` is what the gateway calls it. */
  defineAuditEvent({
    type: 'removal-sent-for-approval',
    facts: { ...DEVICE, reference: nullable(text) },
    example: { reference: 'ABCD1234', instanceId: 'VDS1000042-1' },
    name: 'Removal sent for approval',
    sentence: (facts, { device }) =>
      facts.reference === null
        ? t('The removal of {device} was sent for approval', { device: device(facts) })
        : t('The removal of {device} was sent for approval, reference {reference}', {
            device: device(facts),
            reference: facts.reference,
          }),
  }),
  defineAuditEvent({
    type: 'removal-not-approved',
    facts: { ...DEVICE, reference: nullable(text), outcome: word(REMOVAL_ENDS) },
    example: { reference: 'ABCD1234', outcome: 'rejected', instanceId: 'VDS1000042-1' },
    name: 'Removal not approved',
    sentence: (facts, { device }) => {
      switch (facts.outcome) {
        case 'rejected':
          return t('The removal of {device} was not approved', { device: device(facts) });
        case 'withdrawn':
          return t('The removal of {device} was withdrawn at the activation service', { device: device(facts) });
        case 'changed':
          return t('The removal of {device} was given up, because a device was added meanwhile', {
            device: device(facts),
          });
        case 'expired':
          return t('Nobody approved the removal of {device} in 30 days', { device: device(facts) });
      }
    },
    notice: { what: 'device-kept', about: itsName },
  }),
  defineAuditEvent({
    type: 'login-tested',
    facts: { ...DEVICE, outcome: word(LOGIN_TEST_OUTCOMES) },
    example: { outcome: 'valid', instanceId: 'VDS1000042-1' },
    name: 'Device tested',
    sentence: (facts, { Device }) => loginTestText('user', Device(facts), facts.outcome),
  }),
  defineAuditEvent({
    type: 'replacement-started',
    ...OF_DEVICE,
    name: 'Replacement started',
    sentence: twoVoices('You started replacing {device}', 'Started replacing {device}', itsDevice),
    story: 'disownable',
  }),
  defineAuditEvent({
    type: 'replacement-cancelled',
    ...OF_DEVICE,
    name: 'Replacement cancelled',
    sentence: oneVoice('Replacement of {device} cancelled', itsDevice),
  }),
  defineAuditEvent({
    type: 'device-retired',
    ...REPLACED,
    name: 'Old device replaced',
    sentence: oneVoice('{newDevice} replaced {device}', (facts, { device, Device }) => ({
      newDevice: Device(newDeviceOf(facts)),
      device: device(facts),
    })),
  }),
  defineAuditEvent({
    type: 'replacement-undone',
    ...REPLACED,
    name: 'Old device restored',
    sentence: twoVoices('You brought {device} back', 'Brought {device} back', itsDevice),
    notice: { what: 'device-restored', about: itsName },
  }),
  defineAuditEvent({
    type: 'replacement-finished',
    ...REPLACED,
    name: 'Old device removed',
    sentence: oneVoice('{device} was removed, a day after it was replaced', itsDeviceFirst),
  }),
  defineAuditEvent({
    type: 'replacement-stopped',
    ...REPLACED,
    name: 'Replacement stopped',
    sentence: oneVoice('{device} is kept: its replacement was reported', itsDeviceFirst),
  }),
  /** By its serial number, with the server's password and what the device shows. */
  defineAuditEvent({
    type: 'hardware-assigned',
    ...OF_DEVICE,
    name: 'Hardware authenticator assigned',
    sentence: twoVoices('You assigned {device} to yourself', 'Assigned {device} to themselves', itsDevice),
    story: 'disownable',
    ocsf: ['account change', 'MFA Factor Enable'],
    notice: { what: 'hardware-assigned', about: itsName },
  }),
  /**
   * The server took it, and the device is not its person's yet: a second administrator may have to agree. `reference` is what
   * the server calls the command that waits.
   */
  defineAuditEvent({
    type: 'hardware-assignment-pending',
    facts: { serialNumber: text, reference: optional(text) },
    example: { serialNumber: '0097123456' },
    name: 'Hardware authenticator requested',
    sentence: twoVoices(
      'You asked for the hardware authenticator {serial}',
      'Asked for the hardware authenticator {serial}',
      ({ serialNumber }) => ({ serial: serialNumber }),
    ),
    story: 'disownable',
  }),
  defineAuditEvent({
    type: 'hardware-assignment-not-approved',
    facts: { serialNumber: text, reference: nullable(text), outcome: word(ASSIGNMENT_ENDS) },
    example: { serialNumber: '0097123456', reference: 'ABCD1234', outcome: 'rejected' },
    name: 'Hardware authenticator not approved',
    sentence: ({ serialNumber: serial, outcome }) => t(ASSIGNMENT_END_WORDS[outcome], { serial }),
    notice: { what: 'hardware-not-assigned', about: ({ serialNumber: instanceId }) => itsName({ instanceId }) },
  }),
  /** Somebody's device, or none; or a wrong password or code. */
  defineAuditEvent({
    type: 'hardware-assignment-refused',
    facts: { serialNumber: text },
    example: { serialNumber: '0097123456' },
    name: 'Hardware authenticator refused',
    sentence: oneVoice('The hardware authenticator {serial} was not assigned: something typed was wrong', (facts) => ({
      serial: facts.serialNumber,
    })),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'hardware-clock-repaired',
    ...OF_DEVICE,
    name: 'Clock repaired',
    sentence: twoVoices('You repaired the clock of {device}', 'Repaired the clock of {device}', itsDevice),
    story: 'disownable',
  }),
  /** The phone left its key at the gateway, where only the passkey and the PIN together open it. */
  defineAuditEvent({
    type: 'device-copy-kept',
    ...OF_DEVICE,
    name: 'Copy kept',
    sentence: twoVoices('You kept a copy of {device}', 'Kept a copy of {device}', itsDevice),
    story: 'disownable',
    notice: { what: 'copy-kept', about: itsName },
  }),
  defineAuditEvent({
    type: 'device-copy-returned',
    ...OF_DEVICE,
    name: 'Copy brought back',
    sentence: twoVoices('You brought {device} back from its copy', 'Brought {device} back from its copy', itsDevice),
    story: 'disownable',
    severity: 'high',
    notice: { what: 'copy-returned', about: itsName },
  }),
  /** Somebody with the passkey of the copy typed a wrong PIN. Its user is told of the first; the last one erases the copy. */
  defineAuditEvent({
    type: 'device-copy-tried',
    facts: { ...DEVICE, triesLeft: count },
    example: { instanceId: 'VDS1000042-1', triesLeft: 4 },
    name: 'Wrong PIN for a copy',
    sentence: oneVoice(
      'Wrong PIN for the copy of {device}, {count, plural, one {# try} other {# tries}} left',
      (facts, { device }) => ({ device: device(facts), count: facts.triesLeft }),
    ),
    severity: 'high',
    notice: { what: 'copy-tried', about: (facts) => (facts.triesLeft === PIN_TRIES - 1 ? itsName(facts) : null) },
  }),
  defineAuditEvent({
    type: 'device-copy-erased',
    facts: { ...DEVICE, cause: word(COPY_ENDS) },
    example: { cause: 'wrong-pins', instanceId: 'VDS1000042-1' },
    name: 'Copy erased',
    sentence: (facts, { device }) => {
      switch (facts.cause) {
        case 'wrong-pins':
          return t('The copy of {device} was erased after five wrong PINs', { device: device(facts) });
        case 'person':
          return t('The copy of {device} was deleted', { device: device(facts) });
        case 'phone':
          return t('{device} erased its copy', { device: device(facts) });
      }
    },
    notice: { what: 'copy-erased', about: itsName },
  }),
  /** Also when its browser has moved to another address of its push service: a thief of the key could say where, too. */
  defineAuditEvent({
    type: 'notifications-turned-on',
    ...OF_DEVICE,
    name: 'Notifications turned on',
    sentence: oneVoice('Notifications now reach {device}, also while its app is closed', itsDevice),
  }),
  defineAuditEvent({
    type: 'notifications-turned-off',
    facts: { ...DEVICE, cause: word(REACH_ENDS) },
    example: { cause: 'push-service', instanceId: 'VDS1000042-1' },
    name: 'Notifications turned off',
    sentence: (facts, { device }) => {
      switch (facts.cause) {
        case 'phone':
          return t('Notifications were turned off on {device}', { device: device(facts) });
        case 'push-service':
          return t('Notifications no longer reach {device}: its browser has ended them', { device: device(facts) });
      }
    },
  }),
] as const;
