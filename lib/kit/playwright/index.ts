/*
 * `@tessera-auth/kit/playwright`: Playwright's test runner with a site, its people and their phones.
 */
export { names, type Names } from '../../shared/names';
export { fault } from '../faults/fault';
export type { LoggedCall } from '../faults/call';
export type { Expectation } from '../faults/expectation';
export type { Fault } from '../faults/fault';
export type { PhoneCall } from '../faults/phone-calls';
export { GatewayFailure } from '../../phone/gateway-failure';
export type { Device } from '../phone/device';
export { NotYet, PhoneRefused } from '../phone/phone-refused';
export type { LinkedPhone, PhoneOptions } from '../phone/test-phone';
export type { PushedMessage, PushSubscription } from '../push/push-subscription';
export { makePerson, type Person, type PersonOptions } from '../server/people';
export { replicaEnv } from '../server/replica-env';
export { Site } from '../server/site';
export { expect } from './expect';
export { KitGateway } from './kit-gateway';
export { KitIdentityProvider, type ProviderSignIn } from './kit-identity-provider';
export { KitPeople } from './kit-people';
export { KitPushes } from './kit-pushes';
export { KitServiceAccounts, type ServiceAccountOptions, type System } from './kit-service-accounts';
export { KitWebhooks, type ReceivedWebhook } from './kit-webhooks';
export { namesIn, namesOf } from './page-names';
export { PagePhone } from './page-phone';
export { PagePush } from './page-push';
export { test } from './test';
