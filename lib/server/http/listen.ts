import type { Server } from 'node:net';
import { ConfigurationError } from '../../config/configuration-error';

const NO_NAME = ({ host }: { host: string }) =>
  `HOST ${host} is a name that this machine cannot look up; set HOST to one of its addresses`;

const PROBLEMS: Record<string, (words: { setting: string; place: string; host: string }) => string> = {
  EADDRINUSE: ({ setting, place }) => `${place} is in use; set ${setting} to another one`,
  EACCES: ({ setting, place }) => `${place} is not permitted; set ${setting} to another one`,
  EADDRNOTAVAIL: ({ host }) =>
    `HOST ${host} is no address of this machine; set HOST to one that is, or to 0.0.0.0 or :: for all of them`,
  ENOTFOUND: NO_NAME,
  EAI_AGAIN: NO_NAME,
};

/** @param setting that names the port @throws ConfigurationError when it cannot be listened at the host or the port */
export function listen(
  server: Server,
  { host, port }: { host: string; port: number },
  setting: 'PORT' | 'TESSERA_METRICS_PORT',
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const problem = PROBLEMS[error.code ?? '']?.({ setting, place: `${setting} ${port} on ${host}`, host });
      reject(problem === undefined ? error : new ConfigurationError([problem]));
    });
    server.listen(port, host, resolve);
  });
}
