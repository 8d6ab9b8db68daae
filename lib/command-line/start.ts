import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import nextServer from 'next';
import { awaitApplication, type RunningApplication } from '../background/handover';
import { loadConfig } from '../config/config';
import { ConfigurationError } from '../config/configuration-error';
import { Front } from '../http/front';
import { HttpServer } from '../http/http-server';
import { nextAnswerer } from '../http/next-answerer';
import { SecurityHeaders } from '../http/security-headers';
import { standardChecks } from '../http/standard-checks';
import { logConsole } from '../observability/log-console';
import { createLogger } from '../observability/logger';
import { SECOND } from '../shared/duration';

/** How long a stopping server waits for answers that are under way. */
const GRACE_MS = 10 * SECOND;

const isDevelopment = process.argv.includes('--dev');

async function start(): Promise<void> {
  const { config } = loadConfig();
  if (!isDevelopment && !isBuilt()) build();
  // next-auth reads its address from the environment and nowhere else.
  process.env['NEXTAUTH_URL'] = config.publicUrl;
  const logger = createLogger(config.logLevel);
  if (!isDevelopment) logConsole(logger);
  const securityHeaders = new SecurityHeaders({ isHttps: config.isHttps, isDevelopment });
  const { trustedProxies } = config;
  const front = new Front({ trustedProxies, securityHeaders, checks: standardChecks(config), logger });
  const server = new HttpServer(front, securityHeaders, config.waitingPages);
  await server.listen(config);
  const started = awaitApplication();
  // For the page after an action Next.js asks this server itself; the way by the public address may lead around the world.
  if (!isDevelopment) process.env['__NEXT_PRIVATE_ORIGIN'] = `http://${reachableHost(config.host)}:${config.port}`;
  // Next.js listens for upgrades, which its development server needs alone: elsewhere they are ordinary requests.
  const httpServer = isDevelopment ? server.node : createServer();
  const next = nextServer({ dev: isDevelopment, hostname: config.host, port: config.port, httpServer });
  await next.prepare();
  const application = await started;
  front.open([...application.answerers, nextAnswerer(next.getRequestHandler())]);
  process.stdout.write(`Tessera is ready at ${config.publicUrl}\n`);
  process.once('SIGTERM', () => void stop(server, application));
  process.once('SIGINT', () => void stop(server, application));
}

async function stop(server: HttpServer, application: RunningApplication): Promise<void> {
  server.close();
  setTimeout(() => process.exit(0), GRACE_MS).unref();
  await application.stop();
  await server.finish();
  process.exit(0);
}

/** @param host that the port is bound to */
function reachableHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
}

/** Whether the build is newer than everything it was made from. */
function isBuilt(): boolean {
  const stamp = join('.next', 'BUILD_ID');
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  const sources = [
    'app',
    'components',
    'lib',
    'prisma',
    'public',
    'instrumentation.ts',
    'next.config.js',
    'package-lock.json',
  ];
  return sources.every((source) => newestChange(source) <= builtAt);
}

function newestChange(path: string): number {
  if (!existsSync(path) || path === join('lib', 'generated')) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

function build(): void {
  process.stdout.write('Building Tessera. This takes about a minute and happens once.\n');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new ConfigurationError([`the build, which failed:\n${stdout}${stderr}`]);
}

start().catch((error: unknown) => {
  // Compared by name, because the application has a copy of the class that is not this program's.
  console.error(error instanceof Error && error.name === 'ConfigurationError' ? error.message : error);
  process.exit(1);
});
