import { Agent } from 'node:https';
import type { TlsSettings } from '../../config/pem-files';

/** Keeps connections for the next request. */
export function tlsAgent({ authority, identity }: TlsSettings): Agent {
  return new Agent({
    keepAlive: true,
    minVersion: 'TLSv1.2',
    ...(authority !== null && { ca: authority }),
    ...(identity && { cert: identity.certificate, key: identity.key }),
  });
}
