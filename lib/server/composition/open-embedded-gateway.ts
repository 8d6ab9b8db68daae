import type { Config, ConfigSecrets } from '../../config/config';
import type { KeyRing } from '../../wire/crypto/key-ring';
import type { Database } from '../../database/database';
import { PrismaChallengeStore } from '../../database/tables/gateways/prisma-challenge-store';
import { PrismaGatewayStore } from '../../database/tables/gateways/prisma-gateway-store';
import { createEmbeddedGateway, type EmbeddedGatewayOptions } from '../../gateways/embedded/engine/embedded-gateway';
import { EmbeddedActivationGateway } from '../../gateways/embedded/embedded-activation-gateway';
import { EmbeddedAuthenticatorDirectory } from '../../gateways/embedded/embedded-authenticator-directory';
import { EmbeddedPhoneChallengeGateway } from '../../gateways/embedded/embedded-phone-challenge-gateway';
import type { PersistSideEffects } from '../../database/side-effects/persist-side-effects';
import type { PushDesk } from '../../gateways/embedded/engine/push/push-desk';
import type { PushSubscriptions } from '../../messaging/phone-alerts/push-subscriptions';
import type { OpenedGateway } from './opened-gateway';
import { MINUTE } from '../../shared/time/duration';
import type { Clock } from '../../shared/time/clock';
import { systemRandom } from '../../shared/random';

/** The gateway in this process. */
export function openEmbeddedGateway(
  {
    config,
    secrets,
    database,
    keyRing,
    clock,
  }: { config: Config; secrets: ConfigSecrets; database: Database; keyRing: KeyRing; clock: Clock },
  /** Null where no phones are alerted. */
  alerts: {
    desk: PushDesk;
    subscriptions: Pick<PushSubscriptions, 'listAll'>;
    persist: PersistSideEffects;
  } | null,
  /** What the gateway asks of the website, and tells it. */
  events: Pick<EmbeddedGatewayOptions, 'desk' | 'onProgress' | 'onChallengeEnd' | 'onFault'>,
): OpenedGateway {
  if (!secrets.gateway) throw new TypeError('the embedded gateway has no secrets');
  const { gatewayId, frontEndKey, backEndKey } = secrets.gateway;
  const challenges = new PrismaChallengeStore(database.client, alerts?.persist ?? null);
  const gateway = createEmbeddedGateway({
    store: new PrismaGatewayStore(database),
    challenges,
    clock,
    random: systemRandom,
    keyRing,
    settings: {
      registrationLifetimeMs: config.activation.lifetimeMs,
      offlineLifetimeMs: Math.min(2 * config.activation.lifetimeMs, 15 * MINUTE),
      activationLimit: config.activationLimit,
    },
    frontEndKey,
    backEndKey,
    push: alerts?.desk ?? null,
    ...events,
  });
  return {
    activation: new EmbeddedActivationGateway(gateway, gatewayId),
    directory: new EmbeddedAuthenticatorDirectory(gateway, alerts && ((owner) => alerts.subscriptions.listAll(owner))),
    people: null,
    passwords: null,
    selfRegistration: null,
    passwordSync: null,
    virtualAuthenticator: null,
    pins: null,
    hardware: { assignment: null, trials: null },
    phoneChallenges: new EmbeddedPhoneChallengeGateway(gateway, gatewayId, config.publicUrl),
    onPhoneRefusal: null,
    commands: null,
    licences: null,
    cronto: null,
    embedded: {
      gateway,
      frontEnd: { gatewayId, frontEndKey },
      isWaiting: async (keyHash) => (await challenges.findByKey(keyHash))?.state === 'waiting',
    },
    keepAlive: async () => void (await gateway.sweep()),
    close: async () => {},
  };
}
