import type { Server } from 'node:net';
import { ConfigurationError } from '../config/configuration-error';

/** @param setting that names the port @throws ConfigurationError when the port is in use or not permitted */
export function listen(
  server: Server,
  { host, port }: { host: string; port: number },
  setting: 'PORT' | 'TESSERA_METRICS_PORT',
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new ConfigurationError([
              `${setting} ${port} on ${host} is ${error.code === 'EACCES' ? 'not permitted' : 'in use'}; set ${setting} to another one`,
            ])
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
}
