import { defineAuditEvent } from '../define-audit-event';
import { optional, text, word } from '../properties';
import { itsDevice, itsDeviceFirst, say } from '../voice';
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
    sentence: say(
      ['You renamed {device} to “{name}”', 'Renamed {device} to “{name}”'],
      ({ instanceId, name }, { device }) => ({ device: device(instanceId), name }),
    ),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'authenticator-locked',
    ...DEVICE,
    name: 'Device locked',
    sentence: say(['You locked {device}', 'Locked {device}'], itsDevice),
    // The site locks devices only in a freeze, which is told as a whole.
    notice: ({ instanceId }, by) => (by === 'site' ? null : { what: 'device-locked', instanceId }),
  }),
  defineAuditEvent({
    type: 'authenticator-unlocked',
    ...DEVICE,
    name: 'Device unlocked',
    sentence: say(['You unlocked {device}', 'Unlocked {device}'], itsDevice),
    story: 'by anybody',
    notice: ({ instanceId }) => ({ what: 'device-unlocked', instanceId }),
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
    sentence: say(['You removed {device}', 'Removed {device}'], itsDevice),
    story: 'by anybody',
    notice: ({ instanceId, name }) => ({ what: 'device-removed', instanceId, ...(name !== undefined && { name }) }),
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
    sentence: say(['You started replacing {device}', 'Started replacing {device}'], itsDevice),
    story: 'by anybody',
  }),
  defineAuditEvent({
    type: 'replacement-cancelled',
    ...DEVICE,
    name: 'Replacement cancelled',
    sentence: say('Replacement of {device} cancelled', itsDevice),
  }),
  defineAuditEvent({
    type: 'device-retired',
    ...REPLACED,
    name: 'Old device replaced',
    sentence: say('{newDevice} replaced {device}', ({ instanceId, newInstanceId }, { device, Device }) => ({
      newDevice: Device(newInstanceId),
      device: device(instanceId),
    })),
  }),
  defineAuditEvent({
    type: 'replacement-undone',
    ...REPLACED,
    name: 'Old device restored',
    sentence: say(['You brought {device} back', 'Brought {device} back'], itsDevice),
    notice: ({ instanceId }) => ({ what: 'device-restored', instanceId }),
  }),
  defineAuditEvent({
    type: 'replacement-finished',
    ...REPLACED,
    name: 'Old device removed',
    sentence: say('{device} was removed, a day after it was replaced', itsDeviceFirst),
  }),
  defineAuditEvent({
    type: 'replacement-stopped',
    ...REPLACED,
    name: 'Replacement stopped',
    sentence: say('{device} is kept: its replacement was reported', itsDeviceFirst),
  }),
] as const;
