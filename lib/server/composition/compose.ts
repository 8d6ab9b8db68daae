import type {
  GatewayPasswordPorts,
  GatewayPinPorts,
  PasskeyPorts,
  PasswordPorts,
  PasswordSyncPorts,
  PhoneSignInPorts,
  ProviderPorts,
  VirtualAuthenticatorPorts,
} from '../../accounts/account-ports';
import type { ProofPorts } from '../../accounts/proofs/check-proofs';
import type { ReminderPorts } from '../../accounts/reminders/reminders';
import type { ActivationLinkPorts } from '../../helpdesk/activation-links/activation-link-ports';
import type { ActivationPorts } from '../../activation/activation-ports';
import { OpenPages } from '../../activation/following/open-pages';
import { RecentPolls } from '../../activation/following/recent-polls';
import type { ImageRenderers } from '../../wire/image/image-renderer';
import type { ImageSigner } from '../../wire/image/image-signer';
import { accountChanges } from '../../helpdesk/administration/account-changes';
import type { AdministrationPorts } from '../../helpdesk/administration/all-ports';
import type { SelfRegistrationPorts } from '../../helpdesk/administration/self-registration/self-registration';
import type { AuditPorts, AuditTally } from '../../audit/audit-log';
import { isImageProof } from '../../wire/crypto/image-proof';
import type { Config } from '../../config/config';
import { checkMigrations } from '../../database/migrate';
import { announceBy } from '../../database/side-effects/announce-change';
import { noteVersion } from '../../database/site-versions';
import { keyedHash } from '../../database/secrets/keyed-hash';
import { PrismaActivationStatistics } from '../../database/tables/statistics/prisma-activation-statistics';
import { PrismaActivationStore } from '../../database/tables/activation/prisma-activation-store';
import { PrismaReminders } from '../../database/tables/accounts/prisma-reminders';
import { PrismaForwardingStore } from '../../database/tables/audit/prisma-forwarding-store';
import { SiemReceiver } from '../../audit/siem/siem-receiver';
import type { ForwardingPorts } from '../../audit/forwarding/forward-records';
import { PrismaAuditTally } from '../../database/tables/audit/prisma-audit-tally';
import type { PendingOperationPorts } from '../../devices/pending/follow-operation';
import type { MarkPorts } from '../../devices/marks/device-marks';
import { PrismaDeviceMarks } from '../../database/tables/devices/prisma-device-marks';
import { PrismaDeviceActStore } from '../../database/tables/devices/prisma-device-act-store';
import { PrismaDeviceHolds } from '../../database/tables/devices/prisma-device-holds';
import { PrismaCaseStore } from '../../database/tables/safety/prisma-case-store';
import { PrismaFreezeStore } from '../../database/tables/safety/prisma-freeze-store';
import { PrismaDeviceReplacementStore } from '../../database/tables/devices/prisma-device-replacement-store';
import { PrismaIdempotencyStore } from '../../database/tables/service-accounts/prisma-idempotency-store';
import { PrismaManagerRequestStore } from '../../database/tables/caller-check/prisma-manager-request-store';
import { PrismaCodeRequestStore } from '../../database/tables/administration/prisma-code-request-store';
import { PrismaPhoneCheckStore } from '../../database/tables/helpdesk/prisma-phone-check-store';
import type { PhoneCheckPorts } from '../../helpdesk/desk/checks/phone-check-ports';
import { PrismaPollFacts } from '../../database/tables/activation/prisma-poll-facts';
import type { HardwarePorts } from '../../devices/hardware/hardware-ports';
import type { CopyPorts } from '../../devices/copies/copy-ports';
import type { TestLoginPorts } from '../../devices/test-login';
import type { NotificationTrial } from '../../devices/test-notification';
import type { EmbeddedGateway } from '../../gateways/embedded/engine/embedded-gateway';
import type { Relay } from '../../gateways/relay/relay';
import type { HelpdeskPorts } from '../../helpdesk/desk/helpdesk-ports';
import { OpenIdProvider } from '../../accounts/identity-provider/open-id-provider';
import { ALERTS_NO_PHONES, type MailTrial, type MessagingPorts } from '../../messaging/carrier';
import type { WebhookPorts } from '../../messaging/manage-webhooks';
import { mayReach } from '../../messaging/webhooks/post-guarded';
import { SERVICES } from '../../gateways/embedded/engine/phone-services/phone-services';
import { PHONE_SERVICES } from '../../gateways/relay/phone-services';
import { PHONE_CALLS } from '../../shared/codes/phone-calls';
import { readCertificates } from '../observability/certificates';
import { FreeLicences } from '../../activation/licences/free-licences';
import { PrismaLicenceCounts } from '../../database/tables/activation/prisma-licence-counts';
import { partsChecker, type PartsChecker } from '../observability/check-parts';
import { createLogger, type Logger } from '../observability/logger';
import { meteredActivationGateway, meteredActivationStore } from '../observability/metered-activation';
import { tracedActivation } from '../observability/traces/traced-activation';
import type { Traces } from '../observability/traces/traces';
import { createMetrics, type Metrics } from '../observability/metrics';
import { registerStateMetrics } from '../observability/state-metrics';
import { requestScope } from '../observability/request-scope';
import type { IdempotencyStore } from '../../helpdesk/service-accounts/idempotent-requests';
import type { ServiceAccountPorts } from '../../helpdesk/service-accounts/service-account-ports';
import { processSingleton } from '../../shared/async/process-singleton';
import type { ChangeFeed } from '../../shared/changes/change-feed';
import { systemRandom } from '../../shared/random';
import type { Clock } from '../../shared/time/clock';
import type { StatisticsPorts } from '../../activation/statistics/activation-statistics';
import { appenderOf, openInstallation, type Installation } from './installation';
import { LateEvents } from './late-events';
import { openBackups, type Backups } from './back-up';
import { openAccounts } from './open-accounts';
import type { OfferedKind } from '../../helpdesk/approvals/offered-kind';
import { offerApprovals, openApprovals } from './open-approvals';
import { openActivationLinks } from './open-activation-links';
import { openDirectory } from './open-directory';
import { openGateway } from './open-gateway';
import { openImages } from './open-images';
import { openMessaging } from './open-messaging';
import { openPhoneAlerts, trialBy, type PhoneAlerts } from './open-phone-alerts';
import { liveOrganisation, openOrganisation, type OpenedOrganisation } from './open-organisation';
import { openNotices } from './open-notices';
import { MAILED_SECRETS, openProofs } from './open-proofs';
import { openRelay } from './open-relay';
import { loadTracing, openTraces } from './open-traces';
import { openServiceAccounts } from './open-service-accounts';
import { watchedCertificates } from './watched-certificates';

/** What the site needs; a relay only where it is one. */
export type Part = 'database' | 'gateway' | 'migrations' | 'relay';

/** Everything that the drivers use. */
export type Services = Backups & {
  config: Config;
  sessionSecret: string;
  logger: Logger;
  metrics: Metrics;
  /** Null without a collector. */
  traces: Traces | null;
  accounts: PasswordPorts &
    PasskeyPorts &
    ProviderPorts &
    GatewayPasswordPorts &
    GatewayPinPorts &
    PasswordSyncPorts &
    VirtualAuthenticatorPorts;
  /** For actions that need proofs. */
  proofs: ProofPorts;
  reminders: ReminderPorts;
  /** Null if no OpenID provider is configured. */
  identityProvider: OpenIdProvider | null;
  /** Null if the gateway cannot challenge phones. */
  phoneSignIn: PhoneSignInPorts | null;
  activation: ActivationPorts;
  imageSigner: ImageSigner;
  imageRenderers: ImageRenderers;
  devices: TestLoginPorts;
  /** Devices that browsers remember. */
  deviceMarks: MarkPorts;
  /** Null where no phones are alerted. */
  notificationTrial: NotificationTrial | null;
  /** Of phones' keys. */
  copies: CopyPorts;
  hardware: HardwarePorts;
  audit: AuditPorts;
  /** Null where the audit log is forwarded nowhere. */
  auditForwarding: ForwardingPorts | null;
  auditTally: AuditTally;
  statistics: StatisticsPorts;
  messaging: MessagingPorts;
  /** Webhooks that systems manage. */
  webhooks: WebhookPorts;
  helpdesk: HelpdeskPorts;
  /** What works on callers' phones. */
  phoneChecks: PhoneCheckPorts;
  /** What this site says of the organisation, and what administrators may change of it. */
  organisation: OpenedOrganisation;
  /** For whoever waits to see whether mails go out. */
  mailTrial: MailTrial;
  selfRegistration: SelfRegistrationPorts;
  /** Null if the accounts are managed at the authentication server. */
  administration: AdministrationPorts | null;
  /** Every kind of request that takes a second person. */
  approvals: readonly OfferedKind[];
  /** Systems that call this site. */
  serviceAccounts: ServiceAccountPorts;
  /** Links by which their sites send people here and back. */
  activationLinks: ActivationLinkPorts;
  /** What they repeat. */
  idempotentRequests: IdempotencyStore;
  changeFeed: ChangeFeed;
  activationPolls: RecentPolls;
  openPages: OpenPages;
  /** Whether a phone holds an image. */
  isImageProof: typeof isImageProof;
  embeddedGateway: EmbeddedGateway | null;
  /** Null where phones are alerted only while their app is open. */
  phoneAlerts: PhoneAlerts | null;
  /** Null unless this site relays phones' calls. */
  relay: Relay | null;
  /** Addresses that phones call. */
  phoneRoutes: string[];
  /** How a phone app finds the embedded gateway; null with any other. */
  frontEnd: { gatewayId: string; frontEndKey: string } | null;
  checkParts: PartsChecker<Part>;
  /** Null where no removal waits for a second administrator of the gateway. */
  pendingOperations: PendingOperationPorts | null;
  /** Null where the gateway makes licences by itself. */
  freeLicences: FreeLicences | null;
  /** Identifiers of the keys that stored values can be decrypted with; the first encrypts. */
  dataKeyIds: readonly string[];
  /** For the metrics. */
  readCertificates: () => Promise<void>;
  /** See `OpenedGateway`. */
  keepGatewayAlive: () => Promise<void>;
  closeGateway: () => Promise<void>;
  /** See `Database`. */
  maintainDatabase: () => Promise<void>;
  close: () => Promise<void>;
  /** The same services with a different clock; seeds demo history. */
  by: (clock: Clock) => Services;
};

/** The services of this process, opened once. @throws ConfigurationError that names what to correct */
export function services(): Promise<Services> {
  const scope = requestScope();
  if (scope) scope.hasReachedApplication = true;
  return processSingleton('services', openServices);
}

async function openServices(): Promise<Services> {
  const early = createLogger('error');
  const installation = await openInstallation((error) =>
    early.error({ err: error }, 'a database connection failed and is reopened'),
  );
  const opened = compose(installation, liveOrganisation(installation), await loadTracing(installation.config));
  await opened.organisation.live.follow(opened.changeFeed);
  await noteVersion(installation.database.client, installation.clock.now());
  return opened;
}

/**
 * @param live what this process knows of the organisation, where it has been read already
 * @param openSink where traces go; null for nowhere, as for what is made up
 */
export function compose(
  installation: Installation,
  live = liveOrganisation(installation),
  openSink: Awaited<ReturnType<typeof loadTracing>> = null,
): Services {
  const { config, secrets, database, keyRing, chainKeys, clock, close } = installation;
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const traces = openTraces(installation, openSink, logger, metrics);
  const appender = appenderOf(installation);
  const lateEvents = new LateEvents(logger);
  const { append, persist, webhooks, ...channels } = openMessaging(installation, appender, live);
  const phoneAlerts = openPhoneAlerts(installation, persist);
  const alerts = phoneAlerts && { ...phoneAlerts, persist };
  const gateway = openGateway(installation, lateEvents, logger, metrics, alerts);
  const { own, registrations, ...people } = openDirectory(installation, gateway, persist);
  const access = openAccounts(installation, appender, persist, people.users, gateway);
  const {
    directory,
    pendingOperations,
    proofs,
    copies: copyStore,
    notices,
    invitations,
    mailedSecrets,
  } = openProofs(installation, gateway, { own }, access, persist);
  const notice = openNotices(installation, append, access.users, directory);
  const { outbox } = channels;
  const isWaiting = (id: string) => gateway.embedded?.isWaiting(id) ?? Promise.resolve(false);
  const alertCarriers = phoneAlerts?.carriers({ append, outbox, users: access.users, isWaiting }) ?? null;
  const alerting = alertCarriers ?? ALERTS_NO_PHONES;
  const notificationTrial = alertCarriers && trialBy(alertCarriers.push, clock);
  const messages: MessagingPorts = { ...channels, carriers: { ...channels.carriers, notice, ...alerting } };

  const metered = {
    store: meteredActivationStore(new PrismaActivationStore(database, clock, appender, persist), metrics),
    gateway: meteredActivationGateway(gateway.activation, metrics),
  };
  const activation: ActivationPorts = {
    ...(traces ? tracedActivation(metered, traces) : metered),
    freezes: access.freezes,
    directory,
    onActive: lateEvents.onActive,
    encrypter: keyRing,
    audit: access.audit,
    rateLimiter: access.rateLimiter,
    clock,
    random: systemRandom,
    settings: config.activation,
  };
  const accounts = own?.accounts ?? null;
  const approvals = openApprovals(database, persist, accounts !== null);
  const helpdesk: HelpdeskPorts = {
    ...access,
    approvals,
    accountChanges: accounts && accountChanges({ ...access, accounts }),
    alarms: { raise: (alarm) => database.client.$transaction((transaction) => persist(transaction, alarm)) },
    invitations,
    notices,
    vouchers: proofs.vouchers,
    addressChanges: accounts,
    contacts: people.contacts,
    managerRequests: new PrismaManagerRequestStore(database.client, keyRing, persist),
    freezes: new PrismaFreezeStore(database, persist),
    cases: new PrismaCaseStore(database.client, persist),
    activation,
    directory,
    phones: gateway.phoneChallenges,
    holds: new PrismaDeviceHolds(database.client, persist),
    deviceActs: new PrismaDeviceActStore(database.client, persist),
    replacements: new PrismaDeviceReplacementStore(database, persist),
    outbox: messages.outbox,
    seal: keyedHash(secrets.sessionSecret, 'link that stops an invitation'),
    settings: {
      domain: config.domain,
      publicUrl: config.publicUrl,
      mailLinks: config.mail.links,
      probationMs: config.probationMs,
      organisationName: () => live.look().name,
      ...config.helpdesk,
    },
  };
  const { phoneChallenges } = gateway;
  const phoneSignIn: PhoneSignInPorts | null = phoneChallenges && {
    ...access,
    gateway: phoneChallenges,
    devices: proofs.devices,
  };
  const copies: CopyPorts = {
    copies: copyStore,
    directory,
    users: access.users,
    passkeys: access.passkeys,
    rateLimiter: access.rateLimiter,
    encrypter: keyRing,
    clock,
    settings: { isOffered: config.phoneCopies && access.passkeys.relyingParty !== null },
  };
  const reach = phoneAlerts && { ...access, subscriptions: phoneAlerts.subscriptions };
  lateEvents.bind({ activation, helpdesk, phoneSignIn, reach, notificationTrial, copies });

  const serviceAccounts = openServiceAccounts(installation, access, persist, approvals, accounts !== null);
  const administration: AdministrationPorts | null = own && {
    ...helpdesk,
    ...access,
    ...own,
    secrets: mailedSecrets,
    codeRequests: new PrismaCodeRequestStore(database.client, persist),
    hash: keyedHash(secrets.sessionSecret, MAILED_SECRETS),
    devices: proofs.devices,
    settings: { ...helpdesk.settings, ...access.settings },
  };
  const selfRegistration: SelfRegistrationPorts = {
    ...access,
    selfRegistration: gateway.selfRegistration,
    registrations,
    hash: keyedHash(secrets.sessionSecret, MAILED_SECRETS),
  };
  const relay = openRelay(config, activation, logger, metrics, traces, gateway.onPhoneRefusal);
  const images = openImages(installation, gateway.cronto);
  const checkParts = partsChecker<Part>(
    {
      database: () => database.checkHealth(),
      gateway: () => activation.gateway.checkHealth(),
      ...(relay && { relay: () => relay.checkHealth() }),
      migrations: () => checkMigrations(database.client),
    },
    logger,
  );
  const { imageKeyRotationMs } = config;
  const madeBackups = openBackups(installation, access.audit);
  const freeLicences =
    gateway.licences &&
    new FreeLicences(gateway.licences, new PrismaLicenceCounts(database.client), clock, config.licencesLow);
  registerStateMetrics(metrics, {
    checkParts,
    outbox,
    imageSigner: images.imageSigner,
    imageKeyRotationMs,
    nextBackupAt: madeBackups.nextBackupAt,
    licences: freeLicences,
    operations: pendingOperations?.operations ?? null,
  });
  const pollFacts = new PrismaPollFacts(database.sql, clock, own ? null : people.users, config.session.staffIdleMs);
  return {
    config,
    sessionSecret: secrets.sessionSecret,
    logger,
    metrics,
    traces,
    accounts: access,
    proofs,
    reminders: { reminders: new PrismaReminders(database.sql), clock },
    identityProvider: config.identityProvider && new OpenIdProvider(config.identityProvider, clock),
    phoneSignIn,
    activation,
    ...images,
    devices: helpdesk,
    hardware: { ...helpdesk, hardware: gateway.hardware, pendingOperations },
    deviceMarks: { ...helpdesk, random: systemRandom, marks: new PrismaDeviceMarks(database.client) },
    notificationTrial,
    copies,
    audit: { audit: access.audit, hashes: chainKeys },
    auditForwarding: config.siem && {
      audit: access.audit,
      forwarding: new PrismaForwardingStore(database),
      receiver: new SiemReceiver({ ...config.siem, site: new URL(config.publicUrl).hostname }),
      clock,
    },
    auditTally: new PrismaAuditTally(database.client, clock, appender),
    statistics: {
      activations: new PrismaActivationStatistics(database.client),
      audit: access.audit,
      clock,
    },
    messaging: messages,
    webhooks: {
      webhooks,
      carrier: messages.carriers.webhook,
      mayReach: (url) => mayReach({ allowed: config.webhookNetworks }, url),
      settingsAddresses: config.webhooks.map(({ url }) => url),
      clock,
      random: systemRandom,
    },
    helpdesk,
    phoneChecks: { ...access, checks: new PrismaPhoneCheckStore(database) },
    mailTrial: channels.carriers.mail,
    organisation: openOrganisation(installation, live, persist, accounts !== null),
    selfRegistration,
    administration,
    approvals: offerApprovals({ helpdesk, administration, serviceAccounts }),
    serviceAccounts,
    activationLinks: openActivationLinks(installation, access, persist, activation, serviceAccounts),
    idempotentRequests: new PrismaIdempotencyStore(database),
    changeFeed: database.changeFeed,
    activationPolls: new RecentPolls(pollFacts, database.changeFeed),
    isImageProof,
    openPages: new OpenPages(database.changeFeed, announceBy(database), (error) =>
      logger.warn({ err: error }, 'a page could not say that it is open'),
    ),
    embeddedGateway: gateway.embedded?.gateway ?? null,
    phoneAlerts,
    relay,
    frontEnd: gateway.embedded?.frontEnd ?? null,
    phoneRoutes: gateway.embedded
      ? [...SERVICES.keys()].map((service) => `${PHONE_CALLS}${service}`)
      : [...PHONE_SERVICES.keys()],
    checkParts,
    pendingOperations,
    freeLicences,
    dataKeyIds: secrets.dataKeys.map(({ id }) => id),
    readCertificates: () => readCertificates(metrics, watchedCertificates(config)),
    keepGatewayAlive: gateway.keepAlive,
    closeGateway: gateway.close,
    maintainDatabase: () => database.maintain(),
    ...madeBackups,
    close,
    by: (other) => compose({ ...installation, clock: other }, live),
  };
}
