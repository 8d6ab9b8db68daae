import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import nextServer from 'next';
import { awaitApplication, type RunningApplication } from '../background/handover';
import { loadConfig, type Config } from '../config/config';
import { ConfigurationError } from '../config/configuration-error';
import { SECOND } from '../shared/duration';
import { clientAddress } from '../web/client-address';
import { ADDRESS_HEADER, CORRELATION_HEADER } from '../web/request-headers';
import { AnswersUnderWay } from './answers-under-way';

/** How long a stopping server waits for answers that are under way. */
const GRACE_MS = 10 * SECOND;

/** What phones call (contract §3.1). */
const PHONE_PATHS = '/rest/v2/';

const isDevelopment = process.argv.includes('--dev');

async function start(): Promise<void> {
  const { config } = loadConfig();
  if (!isDevelopment && !isBuilt()) build();
  // next-auth reads its address from the environment and nowhere else.
  process.env['NEXTAUTH_URL'] = config.publicUrl;
  const server = createServer({
    requestTimeout: 30 * SECOND,
    headersTimeout: 10 * SECOND,
    keepAliveTimeout: 65 * SECOND,
  });
  server.on('request', answerNotYet);
  await listen(server, config);
  const started = awaitApplication();
  const next = nextServer({ dev: isDevelopment, hostname: config.host, port: config.port, httpServer: server });
  await next.prepare();
  const application = await started;
  const handle = next.getRequestHandler();
  const answers = new AnswersUnderWay();
  server.off('request', answerNotYet);
  server.on('request', (request, response) => {
    answers.add(response);
    const address = stampRequest(request, config.trustedProxies);
    const { answerPhone } = application;
    const isPhone = answerPhone !== null && request.url?.startsWith(PHONE_PATHS);
    // In front of Next.js, which takes several times as long for a request as is left for passing one on.
    const answered = isPhone ? answerPhone(request, response, address) : handle(request, response);
    answered.catch(() => response.destroy());
  });
  process.stdout.write(`Tessera is ready at ${config.publicUrl}\n`);
  process.once('SIGTERM', () => void stop(server, application, answers));
  process.once('SIGINT', () => void stop(server, application, answers));
}

function answerNotYet(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Tessera is starting.\n');
}

/** Takes the port before anything else, so that a port in use is said before a data directory is touched. */
function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new ConfigurationError([
              `PORT ${port} on ${host} is ${error.code === 'EACCES' ? 'not permitted' : 'in use'}; set PORT to another one`,
            ])
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
}

/** Overwrites what only the server may say of a request. @returns whose address it comes from */
function stampRequest(request: IncomingMessage, trustedProxies: number): string | null {
  const forwardedFor = request.headers['x-forwarded-for'];
  const address = clientAddress(request.socket.remoteAddress, forwardedFor?.toString(), trustedProxies);
  request.headers[CORRELATION_HEADER] = randomUUID();
  delete request.headers[ADDRESS_HEADER];
  if (address !== null) request.headers[ADDRESS_HEADER] = address;
  return address;
}

async function stop(server: Server, application: RunningApplication, answers: AnswersUnderWay): Promise<void> {
  server.close();
  // A connection whose answer is under way is closed after it, and not kept for more as a browser asks.
  server.keepAliveTimeout = 1;
  setTimeout(() => process.exit(0), GRACE_MS).unref();
  await application.stop();
  // Not until the server has closed: browsers open connections ahead of need, and those are given ten seconds to ask.
  await answers.finish();
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
