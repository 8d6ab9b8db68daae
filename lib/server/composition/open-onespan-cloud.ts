import { CRONTO_TIME_LIMIT_MS, MAXIMUM_CRONTO_BYTES } from '../../wire/image/renderers/cronto-png';
import type { Config } from '../../config/config';
import type { OneSpanCloudConfig } from '../../config/sections/onespan-cloud-config';
import { CALL_LIMITS } from '../../gateways/transport/exchange';
import { Connection } from '../../gateways/transport/connection';
import { GuardedConnection } from '../../gateways/transport/guarded-connection';
import { CloudClient } from '../../gateways/onespan-cloud/cloud-client';
import { OneSpanCloudActivationGateway } from '../../gateways/onespan-cloud/onespan-cloud-activation-gateway';
import { OneSpanCloudAuthenticatorDirectory } from '../../gateways/onespan-cloud/onespan-cloud-authenticator-directory';
import { OneSpanCloudLicenceStock } from '../../gateways/onespan-cloud/onespan-cloud-licence-stock';
import { OneSpanCloudCrontoRenderer } from '../../gateways/onespan-cloud/onespan-cloud-cronto-renderer';
import { OneSpanCloudPhoneChallengeGateway } from '../../gateways/onespan-cloud/onespan-cloud-phone-challenge-gateway';
import type { GatewayEvents, OpenedGateway, PhoneRequests } from './opened-gateway';
import type { Clock } from '../../shared/time/clock';

/**
 * OneSpan Cloud Authentication. Its password check is not documented publicly, so users sign in with accounts of this
 * site.
 * @param phoneRequests null for a program that asks no phones
 * @param limits of one call; an image has its own
 */
export function openOneSpanCloud(
  { domain, activation }: Pick<Config, 'domain' | 'activation'>,
  { url, tls, push, typedResponse }: OneSpanCloudConfig,
  clock: Clock,
  { onFailure, onCircuit }: GatewayEvents,
  phoneRequests: PhoneRequests | null,
  limits = CALL_LIMITS,
): OpenedGateway {
  const tenant = { urls: [url], tls };
  const imageLimits = { timeLimitMs: CRONTO_TIME_LIMIT_MS, maximumReplyBytes: MAXIMUM_CRONTO_BYTES };
  const connection = new Connection({ ...tenant, ...limits }, onFailure);
  const guarded = new GuardedConnection(connection, onCircuit);
  const client = new CloudClient(guarded);
  const directory = new OneSpanCloudAuthenticatorDirectory(client);
  const phoneChallenges =
    phoneRequests && (push || typedResponse)
      ? new OneSpanCloudPhoneChallengeGateway({ ...phoneRequests, client, directory, clock }, { push, typedResponse })
      : null;
  return {
    activation: new OneSpanCloudActivationGateway(
      { client, clock, onRefusal: onFailure },
      { domain, lifetimeMs: activation.lifetimeMs },
    ),
    directory,
    people: null,
    commands: null,
    licences: new OneSpanCloudLicenceStock(client, domain),
    passwords: null,
    selfRegistration: null,
    passwordSync: null,
    virtualAuthenticator: null,
    pins: null,
    hardware: { assignment: null, trials: null },
    phoneChallenges,
    onPhoneRefusal: null,
    cronto: new OneSpanCloudCrontoRenderer(new Connection({ ...tenant, ...imageLimits }, onFailure)),
    embedded: null,
    keepAlive: async () => phoneChallenges?.sweep(),
    close: async () => phoneChallenges?.close(),
  };
}
