import type { PhoneOffReason } from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { OffReason } from '../../devices/authenticator-directory';
import type { DeviceMethod } from './caller-assessment';
import type { CallerCheckPorts } from './caller-check-ports';

/** Which device checks this gateway offers, or why not. */
export type DeviceMethods = Readonly<Record<DeviceMethod, true | OffReason | PhoneOffReason>>;

export function deviceMethods({ directory, phones }: Pick<CallerCheckPorts, 'directory' | 'phones'>): DeviceMethods {
  return {
    'login-request': phones ? phones.capabilities.callerCheck : 'not-switched-on',
    'one-time-password': directory.capabilities.testOneTimePassword,
  };
}

/** The checks that are possible. @param hasDevice whether the caller has a device that may vouch */
export function usableMethods(methods: DeviceMethods, hasDevice: boolean): DeviceMethod[] {
  return (Object.keys(methods) as DeviceMethod[]).filter((method) => hasDevice && methods[method] === true);
}
