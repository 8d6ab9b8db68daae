import 'server-only';
import { setMaxListeners } from 'node:events';
import { knownSince } from '../accounts/sign-in/known-networks';
import { recordRefusedAttempts } from '../accounts/sign-in/record-refused-attempts';
import { sendDueCodes } from '../helpdesk/administration/asked-codes';
import { purgeRegistrations } from '../helpdesk/administration/self-registration/purge-registrations';
import { addDemoAccounts, type DemoAccount } from '../accounts/users/add-demo-accounts';
import { watchActivations } from '../activation/following/watch-activations';
import { finishActs } from '../devices/acts/act-at-gateway';
import { purgeCopies } from '../devices/copies/erase-copy';
import { watchPendingOperations } from '../devices/pending/watch-pending-operations';
import { watchReplacements } from '../devices/replacement/watch-replacements';
import { watchHelpdesk } from '../helpdesk/desk/watch-helpdesk';
import { demoPeople } from './demo/demo-people';
import { DemoSite } from './demo/demo-site';
import { seedDemoWeek, WEEK_MS } from './demo/seed-demo-week';
import { watchApprovals } from '../helpdesk/approvals/offered-kind';
import { notifyExpiringKeys } from '../helpdesk/service-accounts/notify-expiring';
import { services, type Services } from './composition/compose';
import { MARK_LIFETIME_MS } from '../devices/marks/device-marks';
import { DAY, HOUR, MINUTE, SECOND } from '../shared/time/duration';
import { systemClock } from '../shared/time/clock';
import { openApi } from './api/open-api';
import { limitedSignInAnswerer } from './web/sessions/limited-sign-in-answerer';
import { longPolls } from './web/long-polls/long-polls';
import { phoneAnswerer } from './web/answers/phone-answerer';
import { policyReportAnswerer } from './web/answers/policy-report-answerer';
import { runEach, runEvery } from './jobs/run-every';
import { forwardAuditLog } from './jobs/forward-audit-log';
import { signAuditHeads } from './jobs/sign-audit-heads';
import { sendMessages, sendPushes, sendWebhooks } from './jobs/send-messages';
import { watchAccounts } from './jobs/watch-accounts';
import { routeNames } from './observability/traces/route-names';
import { findHandover, type RunningApplication } from './handover';
import { appRoutes, tracedAnswerer } from './traced-answerer';

/** How long the fate of a message is kept. */
const KEEP_MESSAGES_MS = 90 * DAY;

/** Starts the application, and hands it to the program that runs the server. */
export async function boot(): Promise<void> {
  const handover = findHandover();
  try {
    const application = await startApplication();
    handover?.started(application);
  } catch (error) {
    if (!handover) throw error;
    handover.failed(error);
  }
}

/** Opens the services, creates the demo accounts, and starts the background jobs. */
async function startApplication(): Promise<RunningApplication> {
  const app = await services();
  const { config, accounts: access } = app;
  // Where others reach the site, they are made for whoever asks for them alone: one of them needs no second person.
  if (config.isOnThisMachine || config.demoPassword !== null) {
    const past = config.hasDemo ? new DemoSite(app, WEEK_MS) : null;
    const password = await addDemoAccounts(
      past?.services.accounts ?? access,
      {
        password: config.demoPassword,
        withStaff: config.isOnThisMachine,
        others: past ? demoPeople(config.domain) : [],
      },
      (accounts) => announce(app, accounts),
    );
    if (past && password !== null) await seedDemoWeek(past, password);
  }
  if (config.enrolment === 'open')
    app.logger.warn('a password alone binds devices and opens the staff area: TESSERA_ENROLMENT is open');
  const polls = longPolls(app);
  const api = openApi(app);
  const stopping = new AbortController();
  // Each background job listens, which is more than Node.js's threshold for a leak.
  setMaxListeners(0, stopping.signal);
  const work = [
    watch(app, stopping.signal),
    watchStaffWork(app, stopping.signal),
    watchSecondPeople(app, stopping.signal),
    watchAccounts(app, stopping.signal),
    sendCodes(app, stopping.signal),
    watchServiceAccounts(app, stopping.signal),
    watchReplacing(app, stopping.signal),
    watchPending(app, stopping.signal),
    watchActs(app, stopping.signal),
    keepGatewayAlive(app, stopping.signal),
    eraseReturnedCopies(app, stopping.signal),
    cleanUp(app, stopping.signal),
    recordRefused(app, stopping.signal),
    rotateKeys(app, stopping.signal),
    recordTally(app, stopping.signal),
    maintainDatabase(app, stopping.signal),
    answerBackups(app, stopping.signal),
    backUpDaily(app, stopping.signal),
    watchCertificates(app, stopping.signal),
    countLicences(app, stopping.signal),
    signAuditHeads(app, stopping.signal),
    forwardAuditLog(app, stopping.signal),
    sendMessages(app, 'notice', stopping.signal),
    sendMessages(app, 'mail', stopping.signal),
    sendWebhooks(app, stopping.signal),
    sendMessages(app, 'alert', stopping.signal),
    sendPushes(app, config.pushHosts, stopping.signal),
  ];
  app.logger.info({ database: config.database.kind, publicUrl: config.publicUrl }, 'started');
  return {
    hasAccounts: config.identityProvider !== null || (await access.users.addsUsers?.count(1)) !== 0,
    metrics: { contentType: app.metrics.registry.contentType, write: () => app.metrics.registry.metrics() },
    traced: tracedAnswerer(app, polls.routes),
    answerers: [
      polls.answer,
      phoneAnswerer(app, systemClock),
      api.answer,
      limitedSignInAnswerer(app),
      policyReportAnswerer(app, systemClock, routeNames(appRoutes())),
    ],
    async stop() {
      polls.drain();
      api.drain();
      stopping.abort();
      await Promise.all(work);
      app.logger.info('stopping');
    },
    async close() {
      await app
        .closeGateway()
        .catch((error: unknown) => app.logger.warn({ err: error }, 'the gateway could not be closed'));
      await app.traces?.close();
      await app.close().catch((error: unknown) => app.logger.warn({ err: error }, 'the database could not be closed'));
    },
  };
}

function watch({ activation, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'an activation could not be processed');
  return runEvery('activations', () => watchActivations(activation, onFault, signal), SECOND, onFault, signal);
}

async function sendCodes({ administration, logger }: Services, signal: AbortSignal): Promise<void> {
  if (!administration) return;
  const onFault = (error: unknown) => logger.error({ err: error }, 'a code for a forgotten password could not be sent');
  await runEvery('asked-codes', () => sendDueCodes(administration, onFault, signal), SECOND, onFault, signal);
}

function watchServiceAccounts({ serviceAccounts, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'failed to announce expiries of service accounts');
  return runEvery('service-accounts', () => notifyExpiringKeys(serviceAccounts), MINUTE, onFault, signal);
}

function watchSecondPeople({ approvals, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'failed to expire or carry out a request');
  return runEvery('approvals', () => watchApprovals(approvals, onFault, signal), 5 * SECOND, onFault, signal);
}

function watchReplacing({ devices, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'a replacement could not be processed');
  return runEvery('replacements', () => watchReplacements(devices, onFault, signal), 30 * SECOND, onFault, signal);
}

/** More often than the gateway is asked: each operation says when it is next. */
function watchPending({ pendingOperations, logger }: Services, signal: AbortSignal): Promise<void> {
  if (!pendingOperations) return Promise.resolve();
  const onFault = (error: unknown) => logger.error({ err: error }, 'a removal that waits could not be followed');
  return runEvery(
    'pending-operations',
    () => watchPendingOperations(pendingOperations, onFault, signal),
    15 * SECOND,
    onFault,
    signal,
  );
}

function watchActs({ devices, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) =>
    logger.error({ err: error }, 'what was begun at the gateway could not be finished');
  return runEvery('device-acts', () => finishActs(devices, onFault, signal), 5 * SECOND, onFault, signal);
}

function watchStaffWork({ helpdesk, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'a helpdesk job could not be processed');
  return runEvery('helpdesk', () => watchHelpdesk(helpdesk, onFault, signal), 5 * SECOND, onFault, signal);
}

function keepGatewayAlive({ keepGatewayAlive: keepAlive, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'failed to keep the session at the gateway alive');
  return runEvery('gateway-session', keepAlive, MINUTE, onFault, signal);
}

/** A copy that was handed out stays for minutes, in case its answer was lost. */
function eraseReturnedCopies({ copies, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'copies of phones could not be erased');
  return runEvery('returned-copies', () => purgeCopies(copies), MINUTE, onFault, signal);
}

function cleanUp(
  {
    accounts,
    messaging,
    deviceMarks,
    idempotentRequests,
    activationLinks,
    phoneChecks,
    selfRegistration,
    logger,
  }: Services,
  signal: AbortSignal,
): Promise<void> {
  const since = (ms: number) => new Date(accounts.clock.now().getTime() - ms);
  const purges: Record<string, () => Promise<unknown>> = {
    'rate limits': () => accounts.rateLimiter.purge(),
    networks: () => accounts.knownNetworks.purge(knownSince(accounts.clock.now())),
    sessions: () => accounts.sessions.purge(since(DAY)),
    'passkey challenges': () => accounts.passkeys.store.purgeChallenges(since(0)),
    messages: () => messaging.outbox.purge(since(KEEP_MESSAGES_MS)),
    'device marks': () => deviceMarks.marks.purge(since(MARK_LIFETIME_MS)),
    'repeated requests': () => idempotentRequests.purge(since(0)),
    'activation links': () => activationLinks.links.purge(since(DAY)),
    'phone checks': () => phoneChecks.checks.purge(since(0)),
    registrations: () => purgeRegistrations(selfRegistration),
  };
  const onFault = (error: unknown, what?: string) => logger.error({ err: error, what }, 'cleaning up failed');
  return runEvery('clean-up', () => runEach(purges, onFault), HOUR, onFault, signal);
}

/** Records the counts that a stopping process still has in memory. */
async function recordRefused({ accounts, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'refused attempts could not be counted');
  await runEvery('refused-attempts', () => recordRefusedAttempts(accounts), 15 * SECOND, onFault, signal);
  await accounts.rateLimiter.flush().catch(onFault);
}

function recordTally({ auditTally, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'audit tallies could not be recorded');
  return runEvery('audit-tally', () => auditTally.record(), MINUTE, onFault, signal);
}

/** Not at the start, which has enough to do. */
function maintainDatabase({ maintainDatabase: maintain, logger }: Services, signal: AbortSignal): Promise<void> {
  let isStart = true;
  const work = async () => {
    if (!isStart) await maintain();
    isStart = false;
  };
  return runEvery(
    'database-maintenance',
    work,
    10 * MINUTE,
    (error) => logger.error({ err: error }, 'the database could not be vacuumed'),
    signal,
  );
}

function answerBackups({ answerBackups: answer, logger }: Services, signal: AbortSignal): Promise<void> {
  if (!answer) return Promise.resolve();
  return runEvery(
    'asked-backups',
    answer,
    SECOND,
    (error) => logger.error({ err: error }, 'a backup could not be made'),
    signal,
  );
}

function backUpDaily({ backUpWhenDue, checkBackupFolder, logger }: Services, signal: AbortSignal): Promise<void> {
  if (!backUpWhenDue) return Promise.resolve();
  // Now, rather than at night.
  try {
    checkBackupFolder?.();
  } catch (error) {
    logger.error({ err: error }, 'backups cannot be made');
  }
  const work = async () => {
    const folder = await backUpWhenDue();
    if (folder !== null) logger.info({ folder }, 'the daily backup was made; its keys are not in it');
  };
  const onFault = (error: unknown) => logger.error({ err: error }, 'the daily backup could not be made');
  return runEvery('daily-backup', work, MINUTE, onFault, signal);
}

function watchCertificates({ readCertificates, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'certificates could not be looked at');
  return runEvery('certificates', readCertificates, HOUR, onFault, signal);
}

/** More often than a count is due, so that one that failed is made up for soon. */
function countLicences({ freeLicences, logger }: Services, signal: AbortSignal): Promise<void> {
  if (!freeLicences) return Promise.resolve();
  const onFault = (error: unknown) => logger.error({ err: error }, 'free licences could not be counted');
  return runEvery('free-licences', () => freeLicences.countWhenDue(), 10 * MINUTE, onFault, signal);
}

/** Those that sign images, and those that sign results. */
function rotateKeys({ imageSigner, activationLinks, logger }: Services, signal: AbortSignal): Promise<void> {
  const onFault = (error: unknown) => logger.error({ err: error }, 'the signing keys could not be rotated');
  const work = async () => {
    await imageSigner.rotate();
    await activationLinks.signer.rotate();
  };
  return runEvery('signing-keys', work, MINUTE, onFault, signal);
}

/** For whoever has started the site: at a terminal as a list, otherwise as lines of the log at any level, because of the passwords. */
function announce({ config, logger }: Services, accounts: DemoAccount[]): void {
  const isGenerated = config.demoPassword === null;
  const note = isGenerated
    ? 'Demo accounts were created. Their passwords are shown this once:'
    : 'Demo accounts were created:';
  const lines = accounts.map(
    ({ userId, password }) => `${userId.padEnd(14)} ${isGenerated ? password : '(TESSERA_DEMO_PASSWORD)'}`,
  );
  const warning = accounts.some(({ isGuessable }) => isGuessable)
    ? ['TESSERA_DEMO_PASSWORD is easy to guess: change these passwords before anybody else can reach this site.']
    : [];
  if (process.stdout.isTTY) {
    const blocks = [note, lines.map((line) => `  ${line}`).join('\n'), ...warning];
    process.stdout.write(`\n${blocks.join('\n\n')}\n\n`);
    return;
  }
  const log = logger.child({}, { level: 'info' });
  for (const words of [note, ...lines]) log.info(words);
  for (const words of warning) log.warn(words);
}
