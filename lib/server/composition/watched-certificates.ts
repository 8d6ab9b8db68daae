import type { Config } from '../../config/config';
import { withoutBrackets } from '../../config/host-in-url';
import type { ClientIdentity } from '../../config/sections/pem-files';
import type { WatchedCertificate } from '../observability/certificates';

/** The certificates that the site's connections rest on, those of servers and its own. */
export function watchedCertificates({
  gateway,
  mail,
  identityProvider,
  siem,
  traces,
  webhooks,
  crontoRendererUrl,
}: Pick<
  Config,
  'gateway' | 'mail' | 'identityProvider' | 'siem' | 'traces' | 'webhooks' | 'crontoRendererUrl'
>): WatchedCertificate[] {
  const watched: WatchedCertificate[] = [];
  const add = (of: string, url: string, identity: ClientIdentity | null) => {
    const { protocol, hostname, port } = new URL(url);
    if (protocol !== 'https:') return;
    watched.push({
      of,
      server: { host: withoutBrackets(hostname), port: Number(port || 443), startsPlain: false, identity },
    });
    if (identity) watched.push({ of: `${of}-client`, certificate: identity.certificate });
  };
  if (gateway.kind === 'onespan-server') {
    for (const url of gateway.urls) add('gateway', url, gateway.tls.identity);
    if (gateway.relay) add('relay', gateway.relay.url, gateway.relay.tls.identity);
  }
  if (gateway.kind === 'onespan-cloud') add('gateway', gateway.url, gateway.tls.identity);
  if (identityProvider) add('provider', identityProvider.issuer, null);
  if (mail.server && mail.server.encryption !== 'none') {
    const { host, port, encryption } = mail.server;
    watched.push({ of: 'mail', server: { host, port, startsPlain: encryption === 'required', identity: null } });
  }
  if (siem) {
    const { host, port, tls } = siem;
    watched.push({ of: 'siem', server: { host, port, startsPlain: false, identity: tls.identity } });
    if (tls.identity) watched.push({ of: 'siem-client', certificate: tls.identity.certificate });
  }
  if (traces) add('traces', traces.url, null);
  for (const { url } of webhooks) add('webhook', url, null);
  if (crontoRendererUrl !== null) add('renderer', crontoRendererUrl, null);
  return watched;
}
