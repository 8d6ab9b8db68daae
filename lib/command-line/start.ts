import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import nextServer from 'next';
import { awaitApplication, type RunningApplication } from '../background/handover';
import { loadConfig } from '../config/config';
import { ConfigurationError } from '../config/configuration-error';
import { Front } from '../http/front';
import { HttpServer } from '../http/http-server';
import { SECOND } from '../shared/duration';

/** How long a stopping server waits for answers that are under way. */
const GRACE_MS = 10 * SECOND;

const isDevelopment = process.argv.includes('--dev');

async function start(): Promise<void> {
  const { config } = loadConfig();
  if (!isDevelopment && !isBuilt()) build();
  // next-auth reads its address from the environment and nowhere else.
  process.env['NEXTAUTH_URL'] = config.publicUrl;
  const front = new Front({ trustedProxies: config.trustedProxies, checks: [] });
  const server = new HttpServer(front);
  await server.listen(config);
  const started = awaitApplication();
  const next = nextServer({ dev: isDevelopment, hostname: config.host, port: config.port, httpServer: server.node });
  await next.prepare();
  const application = await started;
  const answerPage = next.getRequestHandler();
  front.open([...application.answerers, ({ request, response }) => answerPage(request, response)]);
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
    'proxy.ts',
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
