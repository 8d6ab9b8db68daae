import type { OffReason } from '../../devices/authenticator-directory';
import type { DeviceMethod } from '../caller-check/caller-assessment';
import type { CallerCheckPorts } from '../helpdesk-ports';

/** Which checks a caller's device can be used for at this gateway, or why not. */
export type DeviceMethods = Readonly<Record<DeviceMethod, true | OffReason>>;

export function deviceMethods({ directory, phones }: Pick<CallerCheckPorts, 'directory' | 'phones'>): DeviceMethods {
  return {
    'login-request': phones ? true : 'not-offered',
    'one-time-password': directory.capabilities.testOneTimePassword,
  };
}

/** Those that can be used. @param hasDevice whether the caller has a device whose word may count */
export function usableMethods(methods: DeviceMethods, hasDevice: boolean): DeviceMethod[] {
  return (Object.keys(methods) as DeviceMethod[]).filter((method) => hasDevice && methods[method] === true);
}
