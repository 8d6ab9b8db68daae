import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { Clock } from '../../shared/time/clock';
import { DAY } from '../../shared/time/duration';
import { answerCall } from '../faults/answer-call';
import { CallLog } from '../faults/call-log';
import type { WrongCertificate } from '../faults/fault';
import { FaultBoard } from '../faults/fault-board';
import type { EmbeddedGateway } from '../../gateways/embedded/engine/embedded-gateway';
import { ThrowAwayAuthority, type Identity } from './wire/throw-away-authority';
import { AuthenticationServer } from './state/authentication-server';
import { cloudWire } from './cloud/cloud-wire';
import { digipassGatewayWire } from './wire/digipass-gateway-wire';
import type { Request, Wire } from './wire/exchange';
import { Listener } from './wire/listener';
import { DEFAULT_OPTIONS, type OneSpanOptions } from './state/onespan-options';
import { soapWire } from './soap/soap-wire';

export type OneSpanServer = {
  /** Of the first authentication server, and of all of them. */
  soapUrl: string;
  soapUrls: string[];
  cloudUrl: string;
  digipassGatewayUrl: string;
  /** DIGIPASS Gateway without TLS, as behind something that ends it, for phones that cannot be told of the authority. */
  phoneUrl: string;
  /** PEM files: the authority, and a client that it vouches for. */
  caFile: string;
  clientCertificateFile: string;
  clientKeyFile: string;
  /** Certificates to `present`: the right one, the same for five days more, and wrong ones. */
  identities: Record<'right' | 'expiring' | WrongCertificate, Identity>;
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
 * Starts what a customer of the vendor runs: authentication servers (SOAP, OneSpan §4), the cloud (REST, OneSpan §5) and
 * a DIGIPASS Gateway (REST v2, OneSpan §3), over TLS with an authority of their own. All share one state, so that a
 * person registered over one wire can be looked at over another, and their phone can finish. Where nothing
 * is documented, public clients were followed, and where there are none an inference stands in a comment beside it.
 */
export async function startOnespanServer(options: Partial<OneSpanOptions> = {}): Promise<OneSpanServer> {
  const settings = { ...DEFAULT_OPTIONS, ...options };
  const authority = new ThrowAwayAuthority('Throw-away authority');
  const identities = makeIdentities(authority);
  let aheadMs = 0;
  const clock = { now: () => new Date(settings.clock.now().getTime() + aheadMs) };
  const state = new AuthenticationServer({ ...settings, clock });
  const calls = new CallLog();
  const all: Listener[] = [];
  const at = (url: string | null) => all.filter((listener) => url === null || listener.url === url);
  const faults = new FaultBoard({
    async listen(url, isListening) {
      await Promise.all(at(url).map((listener) => (isListening ? listener.start() : listener.stop())));
    },
    present(url, certificate) {
      const guardedOnes = at(url).filter(({ isSecure }) => isSecure);
      for (const listener of guardedOnes) listener.present(identities[certificate ?? 'right']);
    },
    moveClock: (ms) => void (aheadMs = ms),
    endSessions: () => state.sessions.endAll(),
  });

  const answerWith = (wire: Wire) => async (request: Request, response: ServerResponse) => {
    await answerCall({ faults, calls }, { ...wire(request), url: request.url }, response);
  };
  const open = { identity: identities.right, clientAuthority: null };
  const guarded = { ...open, clientAuthority: settings.clientCertificate ? authority.cert : null };
  const soap: Listener[] = [];
  for (let count = 0; count < settings.servers; count++)
    soap.push(await Listener.open(guarded, answerWith(soapWire(state))));
  const cloud = await Listener.open(guarded, answerWith(cloudWire(state)));
  const digipassGateway: Listener = await Listener.open(
    open,
    answerWith(digipassGatewayWire(state, () => digipassGateway.url)),
  );
  const phone: Listener = await Listener.open(null, answerWith(digipassGatewayWire(state, () => phone.url)));
  all.push(...soap, cloud, digipassGateway, phone);
  const { files, remove } = writeFiles(authority);

  return {
    soapUrl: soap[0]?.url ?? '',
    soapUrls: soap.map(({ url }) => url),
    cloudUrl: cloud.url,
    digipassGatewayUrl: digipassGateway.url,
    phoneUrl: phone.url,
    ...files,
    identities,
    faults,
    clock: settings.clock,
    calls,
    listeners: { soap, cloud, digipassGateway, phone },
    state,
    gateway: state.gateway,
    async interrupt(duration) {
      await Promise.all(all.map((listener) => listener.stop()));
      await new Promise((resolve) => setTimeout(resolve, duration));
      await Promise.all(all.map((listener) => listener.start()));
    },
    async close() {
      await Promise.all(all.map((listener) => listener.stop()));
      remove();
    },
  };
}

function makeIdentities(authority: ThrowAwayAuthority): OneSpanServer['identities'] {
  const request = { commonName: 'localhost', host: 'localhost' };
  const now = Date.now();
  return {
    right: authority.issue(request),
    expiring: authority.issue({ ...request, validUntil: new Date(now + 5 * DAY) }),
    untrusted: new ThrowAwayAuthority('Somebody else').issue(request),
    expired: authority.issue({ ...request, validFrom: new Date(now - 2 * DAY), validUntil: new Date(now - DAY) }),
    'of-another-host': authority.issue({ commonName: 'elsewhere.example', host: 'elsewhere.example' }),
  };
}

function writeFiles(authority: ThrowAwayAuthority) {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-onespan-'));
  const client = authority.issue({ commonName: 'Self-Management Website' });
  const write = (name: string, content: string) => {
    const file = join(directory, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  const files = {
    caFile: write('authority.pem', authority.cert),
    clientCertificateFile: write('client.pem', client.cert),
    clientKeyFile: write('client-key.pem', client.key),
  };
  return { files, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
