import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import nextServer from 'next';
import { awaitApplication, type RunningApplication } from '../server/handover';
import { loadConfig, type Config } from '../config/config';
import { productFolder } from '../config/product-folder';
import { hostInUrl, isEveryAddress } from '../config/host-in-url';
import { rememberSite } from '../config/data-directory/running-site';
import { builtFilesAnswerer } from '../server/http/built-files';
import { textAnswerer } from '../server/http/text-answerer';
import { EventLoopLag } from '../server/http/load/event-loop-lag';
import type { HttpServer } from '../server/http/http-server';
import { legacyAnswerer } from '../server/http/legacy/legacy-paths';
import { openMetricsServer } from '../server/http/metrics-server';
import { nextAnswerer } from '../server/http/next-answerer';
import { openHttpServer } from '../server/http/open-http-server';
import { standardChecks } from '../server/http/checks/standard-checks';
import { logConsole } from '../server/observability/log-console';
import { createLogger, type Logger } from '../server/observability/logger';
import { systemClock } from '../shared/time/clock';
import { SECOND } from '../shared/time/duration';
import { systemRandom } from '../shared/random';
import { calledAs } from './called-as.mjs';
import { nodeAdvice } from './node-support';
import { LICENCES } from './supply-chain/licence-texts';
import { HELP_OPTION, runCommand, printUsage } from './run-command';

/** Grace period of a stopping server for requests in progress. */
const GRACE_MS = 10 * SECOND;

/*
 * Delays V8's optimization of WebAssembly tenfold: code that is hot under load is still optimized within seconds.
 * Optimizing what only a start runs took a third of the start's processor time and 60 MB. And one function at a time:
 * each thread that optimizes keeps up to 40 MB of the machine's memory. A V8 without these flags ignores them.
 */
setFlagsFromString('--wasm-tiering-budget=20000000');
setFlagsFromString('--wasm-num-compilation-tasks=1');

/** While it starts there is nothing to finish: an exit gives the lock of the data directory back, and a signal would not. */
let stopNow = (): void => process.exit(0);
process.on('SIGTERM', () => stopNow());
process.on('SIGINT', () => stopNow());

const isDevelopment = process.argv.includes('--dev');

const USAGE = `Serves Tessera until SIGTERM or Ctrl-C.

  ${calledAs('start')}

Every setting is an environment variable, and has a default: PORT (3000), HOST (127.0.0.1), TESSERA_URL, TESSERA_DATA_DIR
(.data), DATABASE_URL (the embedded database without), GATEWAY and the others of the settings' page.`;

async function start(): Promise<void> {
  const { config, warnings } = loadConfig();
  // next-auth reads its address from the environment only.
  process.env['NEXTAUTH_URL'] = config.publicUrl;
  const logger = createLogger(config.logLevel);
  if (!isDevelopment) logConsole(logger, process.stdout.isTTY);
  const advice = nodeAdvice(process.versions.node, systemClock.now());
  if (advice !== null) logger.warn(advice);
  for (const { words, fix } of warnings) logger.warn(`${words}. ${fix}`);
  const { server, front } = await openHttpServer({
    config,
    checks: standardChecks(config),
    lag: new EventLoopLag(),
    random: systemRandom,
    logger,
    isDevelopment,
  });
  const started = awaitApplication();
  // For the page after an action Next.js calls this server itself; the public address could be a long way round.
  if (!isDevelopment) process.env['__NEXT_PRIVATE_ORIGIN'] = `http://${reachableHost(config.host)}:${config.port}`;
  // Next.js listens for upgrades, which only its development server needs: otherwise they are ordinary requests.
  const httpServer = isDevelopment ? server.node : createServer();
  const next = nextServer({
    dir: productFolder(),
    dev: isDevelopment,
    hostname: config.host,
    port: config.port,
    httpServer,
  });
  await next.prepare();
  const application = await started;
  let stopping: Promise<void> | undefined;
  // The terminal and npm each send the signal.
  stopNow = () => void (stopping ??= stop(server, application));
  const builtFiles = isDevelopment
    ? []
    : [
        builtFilesAnswerer(join(productFolder(), '.next', 'static')),
        textAnswerer('/licences.txt', join(productFolder(), LICENCES)),
      ];
  const buildId = isDevelopment ? null : readFileSync(join(productFolder(), '.next', 'BUILD_ID'), 'utf8').trim();
  const pages = nextAnswerer(next.getRequestHandler(), buildId);
  const answerers = [...application.answerers, pages].map(application.traced);
  front.open([...builtFiles, legacyAnswerer(config), ...answerers]);
  await server.listen(config);
  const { host, metricsPort: port, metricsToken } = config;
  if (port !== null) await openMetricsServer({ host, port }, metricsToken, application.metrics);
  rememberSite(config);
  sayReady(config, logger);
  if (!application.hasAccounts) logger.warn(firstAccount(config));
}

/** How the first account is made, which nothing makes where others reach the site. */
function firstAccount({ publicUrl, database }: Config): string {
  const command = existsSync('.env')
    ? `${calledAs('user')} add <user-id> --role user --role administrator`
    : `${calledAs('init')} --url ${publicUrl} --administrator <user-id>`;
  const before = database.kind === 'embedded' ? 'Stop the site, and run' : 'Run';
  return `Nobody can sign in, because there is no account yet. ${before}: ${command}`;
}

/** In prose for a terminal; otherwise it is a line of the log. */
function sayReady({ publicUrl, mail }: Config, logger: Logger): void {
  const ready = 'Tessera is ready';
  const phoneApp = `${publicUrl}/authenticator`;
  const emails = mail.server ? `sent by ${mail.server.host}` : mail.folder;
  if (process.stdout.isTTY)
    process.stdout.write(`${ready}. Sign in: ${publicUrl} · Phone app: ${phoneApp} · Emails: ${emails}\n`);
  else logger.info({ publicUrl, phoneApp, emails }, ready);
}

async function stop(server: HttpServer, application: RunningApplication): Promise<void> {
  server.close();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
  await application.stop();
  await server.finish();
  // A database that was not shut down replays its log and syncs every file at the next start; this halves its time.
  await application.close();
  process.exit(0);
}

/** @param host to which the port is bound */
function reachableHost(host: string): string {
  if (!isEveryAddress(host)) return hostInUrl(host);
  return host.includes(':') ? '[::1]' : '127.0.0.1';
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { dev: { type: 'boolean' }, ...HELP_OPTION } });
  if (values.help) return printUsage(USAGE, true);
  await start().catch(giveUp);
  return 0;
});

function giveUp(error: unknown): void {
  // Compared by name, because the application has its own copy of the class.
  const isConfiguration = error instanceof Error && error.name === 'ConfigurationError';
  // Not through the console, because the log shortens its messages.
  process.stderr.write(`${isConfiguration ? cannotStart(error.message) : inspect(error)}\n`);
  process.exit(1);
}

/** @param problems one per line */
function cannotStart(problems: string): string {
  return `Tessera cannot start. Please correct:\n${problems.replace(/^/gm, '  ')}`;
}
