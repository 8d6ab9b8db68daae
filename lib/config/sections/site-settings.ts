import { z } from 'zod';
import { isTimeZone } from '../../shared/time/time-zone';
import { secretSchema, wholeNumber } from '../environment/kinds';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { hostInUrl, isEveryAddress, withoutBrackets } from '../host-in-url';
import { isLoopbackHost } from '../../shared/loopback-host';

const HOST_LIST = /^\s*[\w.-]+(:\d{1,5})?\s*(,\s*[\w.-]+(:\d{1,5})?\s*)*$/;

/** Where Tessera's own addresses begin, which no context path may take over. */
export const OWN_PATHS: ReadonlySet<string> = new Set([
  '.well-known',
  '_next',
  'a',
  'activation-links',
  'activations',
  'administration',
  'api',
  'authenticator',
  'authenticators',
  'confirm-caller',
  'docs',
  'favicon.ico',
  'forbidden',
  'frozen',
  'helpdesk',
  'icon.svg',
  'invitation',
  'licences.txt',
  'lost-phone',
  'not-me',
  'profile',
  'rest',
  'sign-in',
]);

const CONTEXT_PATH = /^(?:\/[\w.-]+)+$/;

const contextPathsSchema = z
  .string()
  .max(1_000)
  .transform((list) => list.split(',').map((path) => path.trim().toLowerCase()))
  .refine(
    (paths) => paths.every((path) => CONTEXT_PATH.test(path) && !OWN_PATHS.has(path.split('/')[1] ?? '')),
    'needs paths such as /selfmgmt, separated by commas, and none that begins like an address of Tessera’s own',
  );

export const SITE = {
  title: 'The site',
  settings: {
    HOST: setting(
      z
        .string()
        .min(1)
        .refine(
          (host) => URL.canParse(`http://${hostInUrl(host)}`),
          'needs a host name or an IP address, without a zone',
        ),
      { default: '127.0.0.1', meaning: 'address to listen on', shown: String },
    ),
    PORT: setting(wholeNumber(1, 65_535), { default: 3000, meaning: 'port to listen on', shown: String }),
    TESSERA_URL: setting(
      z
        .url({ protocol: /^https?$/, error: 'needs an http or https address', abort: true })
        .refine(
          isWholeSite,
          'needs an address without a path, a question mark, a # or a user name: Tessera has a host to itself',
        ),
      {
        unset: 'from `HOST` and `PORT`',
        meaning:
          'how people reach the site, the same on all replicas; `https://…` turns on `__Host-` cookies and HSTS. Passkeys need a host name in it, with `https`, or `localhost`; a loopback address has them at `localhost`, and they are lost when the name changes',
        shown: String,
        example: 'https://tessera.example.org',
      },
    ),
    TESSERA_HOSTS: setting(
      z
        .string()
        .max(10_000)
        .regex(HOST_LIST, 'needs host names, each with a port where that is not the usual one, separated by commas'),
      {
        unset: 'none',
        meaning:
          'further names, separated by commas, each with its port where that is not the usual one; another `Host` is refused, except for `/api/health` and what is below',
        shown: String,
        example: 'tessera.internal:3000',
      },
    ),
    TESSERA_LEGACY_PATHS: setting(contextPathsSchema, {
      unset: 'none',
      meaning:
        'context paths of OneSpan’s User Websites that now lead here, separated by commas: addresses below them, `/selfmgmt/…?action=activation`, lead to the page that does the same, so that printed leaflets keep working',
      shown: (paths) => paths.join(', '),
      example: '/selfmgmt,/votp',
    }),
    TESSERA_TIME_ZONE: setting(
      z.string().refine(isTimeZone, 'needs the IANA name of a time zone, such as Europe/Berlin'),
      {
        default: 'UTC',
        meaning: 'zone of the times in mails and letters, which name it: `Europe/Berlin`; pages use the reader’s own',
        example: 'Europe/Berlin',
      },
    ),
    TESSERA_TRUSTED_PROXIES: setting(wholeNumber(0, 10), {
      default: 0,
      meaning: 'how many proxies in front add to `X-Forwarded-For`',
      shown: String,
      example: '1',
    }),
    TESSERA_WAITING_PAGES: setting(wholeNumber(0, 100_000), {
      default: 5000,
      meaning: 'long polls that one process holds at a time; others are told to come back',
      shown: String,
    }),
    TESSERA_LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), {
      default: 'info',
      meaning:
        '`fatal`, `error`, `warn`, `info`, `debug` or `silent`; JSON lines on standard output, whose `level` is a number: 60 `fatal`, 50 `error`, 40 `warn`, 30 `info`, 20 `debug`',
      shown: String,
    }),
    TESSERA_METRICS_PORT: setting(wholeNumber(1, 65_535), {
      unset: 'none',
      meaning:
        'further port on `HOST` that answers `GET /metrics`, with `TESSERA_METRICS_TOKEN` where it is set and otherwise to whoever reaches it: keep it inside your network',
      shown: String,
      example: '9464',
    }),
    TESSERA_METRICS_TOKEN: setting(secretSchema, {
      unset: 'none',
      meaning:
        'bearer token of `/api/metrics`, and of what fails in `/api/health/ready`, 32 characters or more; without it only this machine may read them, and only where `TESSERA_URL` is a loopback address',
    }),
  },
} satisfies Section;

type Addresses = { host: string; port: number; publicUrl: string };

/** Where the site listens, and how people reach it: without a slash at the end. */
export function addressesOf({ HOST, PORT, TESSERA_URL }: ValuesOf<typeof SITE>): Addresses {
  const host = withoutBrackets(HOST);
  const publicUrl = TESSERA_URL ?? `http://${isEveryAddress(host) ? 'localhost' : hostInUrl(host)}:${PORT}`;
  return { host, port: PORT, publicUrl: publicUrl.replace(/\/+$/, '') };
}

/** Whether nobody else can reach it, neither directly nor by its public address, and its data is here too. */
export function isOnThisMachine(environment: ValuesOf<typeof SITE> & { DATABASE_URL?: string | undefined }): boolean {
  const { host, publicUrl } = addressesOf(environment);
  return (
    environment.DATABASE_URL === undefined &&
    isLoopbackHost(hostInUrl(host)) &&
    isLoopbackHost(new URL(publicUrl).hostname)
  );
}

function isWholeSite(text: string): boolean {
  const { pathname, username, password } = new URL(text);
  return /^\/*$/.test(pathname) && !/[?#]/.test(text) && username === '' && password === '';
}
