import type { EmbeddedGateway } from '../../gateways/embedded/engine/embedded-gateway';
import type { Clock } from '../../shared/time/clock';
import type { CallLog } from '../faults/call-log';
import type { FaultBoard } from '../faults/fault-board';
import { cloudWire } from './cloud/cloud-wire';
import { soapWire } from './soap/soap-wire';
import { AuthenticationServer } from './state/authentication-server';
import { DEFAULT_OPTIONS, type OneSpanOptions } from './state/onespan-options';
import { Certificates, type CertificateFiles } from './wire/certificates';
import { digipassGatewayWire } from './wire/digipass-gateway-wire';
import type { Listener } from './wire/listener';
import { ListenerGroup } from './wire/listener-group';

export type OneSpanServer = CertificateFiles & {
  /** Of the first authentication server, and of all of them. */
  soapUrl: string;
  soapUrls: string[];
  cloudUrl: string;
  digipassGatewayUrl: string;
  /** DIGIPASS Gateway without TLS, as behind a TLS proxy, for phones that cannot be configured with the authority. */
  phoneUrl: string;
  /** Certificates to `present`. */
  identities: Certificates['identities'];
  faults: FaultBoard;
  /** The true time, whatever the servers' clock says. */
  clock: Clock;
  calls: CallLog;
  /** To stop and start one at a time, and to let it present a certificate. */
  listeners: { soap: Listener[]; cloud: Listener; digipassGateway: Listener; phone: Listener };
  /** Accounts, sessions and records. */
  state: AuthenticationServer;
  /** The engine that holds the activations. */
  gateway: EmbeddedGateway;
  /** Everything is down for so long, in milliseconds; resolves when it is up again. */
  interrupt(duration: number): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts the servers of a customer of the vendor: authentication servers (SOAP, OneSpan §4), the cloud (REST, OneSpan
 * §5) and a DIGIPASS Gateway (REST v2, OneSpan §3), over TLS with an authority of their own. All share one state, so
 * that a user registered over one wire can be queried over another, and their phone can finish. Undocumented behaviour
 * follows public clients, and where there are none, a comment marks an inference.
 */
export async function startOnespanServer(options: Partial<OneSpanOptions> = {}): Promise<OneSpanServer> {
  const settings = { ...DEFAULT_OPTIONS, ...options };
  const { ports, clientCertificate, gatewayId, frontEndKey } = settings;
  const certificates = new Certificates();
  const group: ListenerGroup = new ListenerGroup({
    certificates,
    clock: settings.clock,
    endSessions: () => state.sessions.endAll(),
  });
  const state: AuthenticationServer = new AuthenticationServer({ ...settings, clock: group.clock });
  const { gateway, challenges } = state;
  const guard = clientCertificate ? 'client-certificate' : 'tls';
  const behind = { gateway, gatewayId, frontEndKey, challenges };
  const phoneWire = (urlOf: () => string) => digipassGatewayWire(behind, urlOf);
  const soap: Listener[] = [];
  for (let count = 0; count < settings.servers; count++)
    soap.push(await group.open(guard, ports.soap?.[count] ?? 0, () => soapWire(state)));
  const cloud = await group.open(guard, ports.cloud ?? 0, () => cloudWire(state));
  const digipassGateway = await group.open('tls', ports.digipassGateway ?? 0, phoneWire);
  const phone = await group.open('plain', ports.phone ?? 0, phoneWire);

  return {
    soapUrl: soap[0]?.url ?? '',
    soapUrls: soap.map(({ url }) => url),
    cloudUrl: cloud.url,
    digipassGatewayUrl: digipassGateway.url,
    phoneUrl: phone.url,
    ...certificates.files,
    identities: certificates.identities,
    faults: group.faults,
    clock: settings.clock,
    calls: group.calls,
    listeners: { soap, cloud, digipassGateway, phone },
    state,
    gateway,
    interrupt: (duration) => group.interrupt(duration),
    close: () => group.close(),
  };
}
