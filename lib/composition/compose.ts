import 'server-only';
import type { PasswordPorts, PhoneSignInPorts } from '../accounts/access-ports';
import { CountingRateLimiter } from '../accounts/sign-in/counting-rate-limiter';
import type { PhoneSignInId } from '../shared/identifiers/phone-sign-in-id';
import { recordPhoneSignInEnd } from '../accounts/phone-sign-in/record-phone-sign-in-end';
import { RememberingKnownNetworks } from '../accounts/sign-in/known-networks';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { ActivationPorts } from '../activation/activation-ports';
import { refreshRegistration } from '../activation/following/refresh-activation';
import { RecentPolls } from '../activation/following/recent-polls';
import type { ChangeFeed } from '../shared/changes/change-feed';
import type { ImageRenderers } from '../activation/image/image-renderer';
import type { ImageSigner } from '../activation/image/image-signer';
import type { ReplacementPorts } from '../devices/authenticator-ports';
import { NameKeepingDirectory } from '../devices/name-keeping-directory';
import type { AuditPorts, AuditTally } from '../audit/audit-log';
import { CrontoRenderer } from '../image/renderers/cronto-renderer';
import { blackAndWhiteRenderer, colourRenderer } from '../image/renderers/qr-renderers';
import { StoredImageSigner } from '../image/renderers/stored-image-signer';
import type { Config } from '../config/config';
import { AuditAppender } from '../database/append-audit-records';
import { messageAppender } from '../database/append-messages';
import { checkMigrations } from '../database/migrate';
import type { Database } from '../database/database';
import { PrismaActivationStatistics } from '../database/tables/prisma-activation-statistics';
import { sideEffectPersister } from '../database/persist-side-effects';
import { PrismaActivationStore } from '../database/tables/prisma-activation-store';
import { PrismaAuditLog } from '../database/tables/prisma-audit-log';
import { PrismaAuditTally } from '../database/tables/prisma-audit-tally';
import { PrismaDeviceHolds } from '../database/tables/prisma-device-holds';
import { PrismaDeviceNames } from '../database/tables/prisma-device-names';
import { PrismaDeviceNoticeStore } from '../database/tables/prisma-device-notice-store';
import { PrismaDeviceRemovalStore } from '../database/tables/prisma-device-removal-store';
import { PrismaDeviceReplacementStore } from '../database/tables/prisma-device-replacement-store';
import { PrismaInvitationStore } from '../database/tables/prisma-invitation-store';
import { PrismaKnownNetworks } from '../database/tables/prisma-known-networks';
import { PrismaOutbox } from '../database/tables/prisma-outbox';
import { PrismaPollFacts } from '../database/tables/prisma-poll-facts';
import { PrismaImageKeyStore } from '../database/tables/prisma-image-key-store';
import { PrismaRateLimitStore } from '../database/tables/prisma-rate-limit-store';
import { PrismaSessionStore } from '../database/tables/prisma-session-store';
import { PrismaUserDirectory } from '../database/tables/prisma-user-directory';
import { sha256Hex } from '../database/sha256-hex';
import type { EmbeddedGateway } from '../gateways/embedded/engine/embedded-gateway';
import type { Relay } from '../gateways/relay/relay';
import { parseCallerRequestId } from '../shared/identifiers/caller-request-id';
import { recordCallerRequestEnd } from '../helpdesk/caller-check/record-caller-request-end';
import { completeActivation } from '../helpdesk/notices/complete-activation';
import type { HelpdeskPorts } from '../helpdesk/helpdesk-ports';
import { FileMailCarrier } from '../messaging/mail/file-mail-carrier';
import { SmtpMailCarrier } from '../messaging/mail/smtp-mail-carrier';
import type { Carriers, MessagesPorts } from '../messaging/carrier';
import { openInstallation, type Installation } from './installation';
import type { StatisticsPorts } from '../statistics/activation-statistics';
import { requestScope } from '../observability/request-scope';
import { createLogger, type Logger } from '../observability/logger';
import { meteredActivationGateway, meteredActivationStore } from '../observability/metered-activation';
import { createMetrics, type Metrics, registerOutboxMetrics } from '../observability/metrics';
import { openEmbeddedGateway } from './open-embedded-gateway';
import { openOneSpanCloud } from './open-onespan-cloud';
import { openOneSpanServer } from './open-onespan-server';
import { openRelay } from './open-relay';
import type { GatewayEvents, OpenedGateway } from './opened-gateway';
import { systemClock } from '../shared/time/clock';
import { passwordEstimator } from './password-estimator';
import { HttpWebhookCarrier } from '../messaging/webhooks/http-webhook-carrier';
import { processSingleton } from '../shared/async/process-singleton';
import { systemRandom } from '../shared/random';

/** Everything the drivers use, wired. */
export type Services = {
  config: Config;
  sessionSecret: string;
  logger: Logger;
  metrics: Metrics;
  access: PasswordPorts;
  /** Null where the gateway has no way to let a phone vouch for its person. */
  phoneSignIn: PhoneSignInPorts | null;
  activation: ActivationPorts;
  imageSigner: ImageSigner;
  imageRenderers: ImageRenderers;
  authenticators: ReplacementPorts;
  audit: AuditPorts;
  auditTally: AuditTally;
  numbers: StatisticsPorts;
  messages: MessagesPorts;
  helpdesk: HelpdeskPorts;
  changeFeed: ChangeFeed;
  activationPolls: RecentPolls;
  embeddedGateway: EmbeddedGateway | null;
  /** Null unless phones reach their gateway through this site. */
  relay: Relay | null;
  /** What a phone app needs to find the embedded gateway. */
  frontEnd: { gatewayId: string; frontEndKey: string } | null;
  /** Each resolves when its part is well. */
  checks: { database(): Promise<void>; gateway(): Promise<void>; migrations(): Promise<void> };
  /** See `OpenedGateway`. */
  keepGatewayAlive: () => Promise<void>;
  closeGateway: () => Promise<void>;
  /** See `Database`. */
  maintainDatabase: () => Promise<void>;
  close: () => Promise<void>;
};

/** The services of this process, opened by the first who asks. @throws ConfigurationError with what to correct */
export function services(): Promise<Services> {
  const scope = requestScope();
  if (scope) scope.hasReachedApplication = true;
  return processSingleton('services', openServices);
}

async function openServices(): Promise<Services> {
  const early = createLogger('error');
  const installation = await openInstallation((error) =>
    early.error({ err: error }, 'a connection failed and is made again'),
  );
  return wire(installation);
}

function wire({ config, secrets, database, keyRing, chainKeys, close }: Installation): Services {
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const appender = new AuditAppender(chainKeys);
  const gateway: OpenedGateway =
    config.gateway.kind === 'embedded'
      ? openEmbeddedGateway(
          { config, secrets, database, keyRing },
          {
            onProgress: (registrationIdentifier) => refreshRegistration(activation, registrationIdentifier),
            // The gateway names a challenge by the request key that it was given.
            async onChallengeEnd(requestKey) {
              const callerRequestId = parseCallerRequestId(requestKey);
              if (callerRequestId) await recordCallerRequestEnd(helpdesk, callerRequestId);
              else if (phoneSignIn) await recordPhoneSignInEnd(phoneSignIn, requestKey as PhoneSignInId);
            },
            onFault: (error) => logger.error({ err: error }, 'the embedded gateway met a fault'),
          },
        )
      : openOutsideGateway(config, config.gateway, {
          onFailure: (error) => logger.warn({ err: error }, 'the gateway failed a call'),
          onCircuit(state) {
            metrics.gatewayCircuitOpen.set(state === 'open' ? 1 : 0);
            logger.warn(
              state === 'open' ? 'the gateway does not answer: calls to it fail at once' : 'the gateway answers again',
            );
          },
        });
  const access = accessPorts(config, database, appender, gateway.users);
  const directory =
    gateway.directory.capabilities.rename === true
      ? gateway.directory
      : new NameKeepingDirectory(gateway.directory, new PrismaDeviceNames(database.client));
  const activation: ActivationPorts = {
    store: meteredActivationStore(new PrismaActivationStore(database, systemClock, appender), metrics),
    gateway: meteredActivationGateway(gateway.activation, metrics),
    directory,
    onActive: ({ id }) =>
      completeActivation(helpdesk, id).catch((error: unknown) =>
        // The round that looks after the helpdesk's work does it then.
        logger.error({ err: error, activationId: id }, 'nobody could be told of a device yet'),
      ),
    encrypter: keyRing,
    audit: access.audit,
    rateLimiter: access.rateLimiter,
    clock: systemClock,
    random: systemRandom,
    settings: config.activation,
  };
  const outbox = new PrismaOutbox(database.client, keyRing, systemClock, appender);
  registerOutboxMetrics(metrics, outbox);
  const keep = sideEffectPersister(
    messageAppender(
      keyRing,
      systemRandom,
      Array.from(config.webhooks, ({ url }) => url),
    ),
    systemClock,
    appender,
  );
  const helpdesk: HelpdeskPorts = {
    ...access,
    invitations: new PrismaInvitationStore(database.client, keep),
    removals: new PrismaDeviceRemovalStore(database.client, keep),
    notices: new PrismaDeviceNoticeStore(database.client, keep),
    activation,
    directory,
    phones: gateway.phoneChallenges,
    holds: new PrismaDeviceHolds(database.client),
    replacements: new PrismaDeviceReplacementStore(database.client, keep),
    outbox,
    sha256,
    settings: { publicUrl: config.publicUrl, ...config.helpdesk },
  };
  const relay = openRelay(config, activation, logger, metrics);
  const { phoneChallenges } = gateway;
  const phoneSignIn: PhoneSignInPorts | null = phoneChallenges && { ...access, gateway: phoneChallenges, sha256 };
  return {
    config,
    sessionSecret: secrets.sessionSecret,
    logger,
    metrics,
    access,
    phoneSignIn,
    activation,
    imageSigner: new StoredImageSigner(
      { store: new PrismaImageKeyStore(database.client), encrypter: keyRing, clock: systemClock },
      {
        origin: new URL(config.publicUrl).origin,
        rotationMs: config.imageKeyRotationMs,
        imageLifetimeMs: config.activation.lifetimeMs,
      },
    ),
    imageRenderers: {
      cronto: config.crontoRendererUrl === null ? gateway.cronto : new CrontoRenderer(config.crontoRendererUrl),
      colour: colourRenderer,
      'black-and-white': blackAndWhiteRenderer,
    },
    authenticators: helpdesk,
    audit: { audit: access.audit, hashes: chainKeys },
    auditTally: new PrismaAuditTally(database.client, systemClock, appender),
    numbers: {
      activations: new PrismaActivationStatistics(database.client),
      audit: access.audit,
      clock: systemClock,
    },
    messages: { outbox, carriers: carriers(config), clock: systemClock, random: systemRandom },
    helpdesk,
    changeFeed: database.changeFeed,
    activationPolls: new RecentPolls(
      new PrismaPollFacts(database.client, systemClock, gateway.users),
      database.changeFeed,
    ),
    embeddedGateway: gateway.embedded?.gateway ?? null,
    relay,
    frontEnd: gateway.embedded?.frontEnd ?? null,
    checks: {
      database: () => database.checkHealth(),
      gateway: () => activation.gateway.checkHealth(),
      ...(relay && { relay: () => relay.checkHealth() }),
      migrations: () => checkMigrations(database.client),
    },
    keepGatewayAlive: gateway.keepAlive,
    closeGateway: gateway.close,
    maintainDatabase: () => database.maintain(),
    close,
  };
}

function openOutsideGateway(
  config: Config,
  settings: Exclude<Config['gateway'], { kind: 'embedded' }>,
  events: GatewayEvents,
): OpenedGateway {
  return settings.kind === 'onespan-server'
    ? openOneSpanServer(config, settings, systemClock, events)
    : openOneSpanCloud(config, settings, systemClock, events);
}

async function sha256(text: string): Promise<string> {
  return sha256Hex(text);
}

/** @param users null where people have accounts of this site */
function accessPorts(
  config: Config,
  database: Database,
  appender: AuditAppender,
  users: UserDirectory | null,
): PasswordPorts {
  return {
    users: users ?? new PrismaUserDirectory(database, systemClock, config.protectedGroups),
    sessions: new PrismaSessionStore(database),
    rateLimiter: new CountingRateLimiter(new PrismaRateLimitStore(database.client, systemClock), systemClock),
    knownNetworks: new RememberingKnownNetworks(new PrismaKnownNetworks(database.client), systemClock),
    audit: new PrismaAuditLog(database, systemClock, appender),
    clock: systemClock,
    random: systemRandom,
    passwords: passwordEstimator(config),
    settings: {
      domain: config.domain,
      sessionLifetimeMs: config.session.lifetimeMs,
      stepUpAgeMs: config.session.stepUpAgeMs,
    },
  };
}

function carriers({ mail, webhooks, publicUrl }: Config): Carriers {
  const settings = { from: mail.from, site: publicUrl };
  return {
    mail: mail.server ? new SmtpMailCarrier(mail.server, settings) : new FileMailCarrier(mail.folder, settings),
    webhook: new HttpWebhookCarrier(webhooks, systemClock),
  };
}
