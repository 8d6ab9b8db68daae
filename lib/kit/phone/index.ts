/*
 * `@tessera-auth/kit/phone`: the phone app without a screen, for suites that bring their own browser or none.
 */
export { fault } from '../faults/fault';
export type { LoggedCall } from '../faults/call';
export type { Expectation } from '../faults/expectation';
export type { Fault } from '../faults/fault';
export { PHONE_CALLS, type PhoneCall } from '../faults/phone-calls';
export { GatewayFailure } from '../../phone/gateway-failure';
export type { Screen, Shown } from './camera';
export type { Device } from './device';
export { PhoneNetwork } from './phone-network';
export { PushService } from '../push/push-service';
export type { PushedMessage, PushSubscription } from '../push/push-subscription';
export { NotYet, PhoneRefused } from './phone-refused';
export { TestPhone, type LinkedPhone, type PhoneOptions } from './test-phone';
