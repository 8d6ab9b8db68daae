import { defineAuditEvent } from '../define-audit-event';
import { optional, text, word } from '../properties';
import { itsDevice, itsDeviceFirst, oneVoice, twoVoices } from '../voice';
import { loginTestText, LOGIN_TEST_OUTCOMES } from './login-tests';

const DEVICE = { facts: { instanceId: text }, example: { instanceId: 'VDS1000042-1' } };

const REPLACED = {
  facts: { instanceId: text, newInstanceId: text },
  example: { instanceId: 'VDS1000042-1', newInstanceId: 'VDS1000042-2' },
};

/** Users’ own devices. `instanceId` is the old device’s in a replacement. */
export const DEVICE_EVENTS = [
  defineAuditEvent({
    type: 'authenticator-renamed',
    facts: { instanceId: text, name: text },
    example: { name: 'My phone', instanceId: 'VDS1000042-1' },
    name: 'Device renamed',
    sentence: twoVoices(
      'You renamed {device} to “{name}”',
      'Renamed {device} to “{name}”',
      ({ instanceId, name }, { device }) => ({ device: device(instanceId), name }),
    ),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'authenticator-locked',
    ...DEVICE,
    name: 'Device locked',
    sentence: twoVoices('You locked {device}', 'Locked {device}', itsDevice),
    // The site locks devices only in a freeze, which is told as a whole.
    notice: { what: 'device-locked', about: ({ instanceId }, by) => (by === 'site' ? null : { instanceId }) },
  }),
  defineAuditEvent({
    type: 'authenticator-unlocked',
    ...DEVICE,
    name: 'Device unlocked',
    sentence: twoVoices('You unlocked {device}', 'Unlocked {device}', itsDevice),
    story: 'by anybody',
    notice: { what: 'device-unlocked', about: ({ instanceId }) => ({ instanceId }) },
  }),
  defineAuditEvent({
    type: 'authenticator-removed',
    facts: {
      instanceId: text,
      // Of the device; not in records from before removals were told by mail.
      name: optional(text),
    },
    example: { instanceId: 'VDS1000042-1', name: 'Pixel 9' },
    name: 'Device removed',
    sentence: twoVoices('You removed {device}', 'Removed {device}', itsDevice),
    story: 'by anybody',
    notice: {
      what: 'device-removed',
      about: ({ instanceId, name }) => ({ instanceId, ...(name !== undefined && { name }) }),
    },
  }),
  defineAuditEvent({
    type: 'login-tested',
    facts: { instanceId: text, outcome: word(LOGIN_TEST_OUTCOMES) },
    example: { outcome: 'valid', instanceId: 'VDS1000042-1' },
    name: 'Device tested',
    sentence: ({ instanceId, outcome }, { device }) => loginTestText('user', device(instanceId), outcome),
  }),
  defineAuditEvent({
    type: 'replacement-started',
    ...DEVICE,
    name: 'Replacement started',
    sentence: twoVoices('You started replacing {device}', 'Started replacing {device}', itsDevice),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'replacement-cancelled',
    ...DEVICE,
    name: 'Replacement cancelled',
    sentence: oneVoice('Replacement of {device} cancelled', itsDevice),
  }),
  defineAuditEvent({
    type: 'device-retired',
    ...REPLACED,
    name: 'Old device replaced',
    sentence: oneVoice('{newDevice} replaced {device}', ({ instanceId, newInstanceId }, { device, Device }) => ({
      newDevice: Device(newInstanceId),
      device: device(instanceId),
    })),
  }),
  defineAuditEvent({
    type: 'replacement-undone',
    ...REPLACED,
    name: 'Old device restored',
    sentence: twoVoices('You brought {device} back', 'Brought {device} back', itsDevice),
    notice: { what: 'device-restored', about: ({ instanceId }) => ({ instanceId }) },
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
] as const;
