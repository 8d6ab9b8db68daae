import { gatewayErrorFrom } from '../../gateways/transport/gateway-error-from';
import { SECOND, MINUTE } from '../../shared/time/duration';
import { clientCertificateFinding, serverCertificateFinding } from './certificate-findings';
import { explainGatewayError } from './explain-gateway-error';
import { failed, ok, type Finding, type Check, skipped, warning } from './finding';
import { probe, type ProbeAnswer, type Endpoint } from './probe';
import { withoutBrackets } from '../../config/host-in-url';
import type { RelayConfig } from '../../config/sections/relay-config';
import { PROBE } from '../../gateways/relay/phone-services';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect } from 'node:net';

const NOTICEABLE_MS = 30 * SECOND;

/** A larger difference of clocks breaks one-time passwords and images' lifetimes. */
const HARMFUL_MS = 2 * MINUTE;

const FIX = 'Let both machines take the time from the same time server (NTP).';

/** Of each step. */
const TIME_LIMIT_MS = 5 * SECOND;

/**
 * Checks the way to a gateway up to its first answer, each check after those it needs. Other checks build on the last
 * one, `answer`.
 */
export function reachChecks(place: Endpoint): Check[] {
  let greeting: Promise<ProbeAnswer> | null = null;
  const greetOnce = () => (greeting ??= probe(place, TIME_LIMIT_MS));
  return [
    { name: 'name', needs: null, run: () => nameFinding(place) },
    { name: 'port', needs: 'name', run: () => portFinding(place, TIME_LIMIT_MS) },
    {
      name: 'certificate',
      needs: 'port',
      run: async () => serverCertificateFinding(await greetOnce(), place, new Date()),
    },
    {
      name: 'client certificate',
      needs: 'certificate',
      run: async () => clientCertificateFinding(await greetOnce(), place, new Date()),
    },
    { name: 'answer', needs: 'client certificate', run: async () => answerFinding(await greetOnce(), place) },
    { name: 'clock', needs: 'answer', run: async () => clockFinding(await greetOnce()) },
  ];
}

/** Whether the answer comes from the service. */
function answerFinding(
  { reply, error, isLate }: ProbeAnswer,
  { url, question, variables, addressIs }: Endpoint,
): Finding {
  if (!reply) return explainGatewayError(gatewayErrorFrom(error, url, isLate));
  const description = `HTTP ${reply.status} of type ${reply.type}`;
  if (reply.type === question.replyType || reply.status === question.refusal) return ok(description);
  return failed(
    `${description}, and not ${question.replyType}: something else answers, such as a proxy`,
    `${variables.address} must name ${addressIs}.`,
  );
}

/** Compares the server's clock with this machine's, by a reply's date (RFC 9110 §6.6.1), which has whole seconds. */
export function clockFinding({ reply }: ProbeAnswer): Finding {
  const sentAt = Date.parse(reply?.date ?? '');
  if (!reply || Number.isNaN(sentAt)) return skipped('the answer has no date');
  const differenceMs = sentAt - reply.receivedAt.getTime();
  const seconds = Math.round(Math.abs(differenceMs) / SECOND);
  const words = `the server is ${seconds} s ${differenceMs < 0 ? 'behind' : 'ahead of'} this machine`;
  if (Math.abs(differenceMs) >= HARMFUL_MS) return failed(words, FIX);
  return Math.abs(differenceMs) >= NOTICEABLE_MS ? warning(words, FIX) : ok(words);
}

/** Checks the way to the DIGIPASS Gateway behind the relay. Phones have its keys; Tessera has none. */
export function relayChecks({ url, tls }: RelayConfig): Check[] {
  return reachChecks({
    url,
    tls,
    question: { ...PROBE, replyType: 'application/json' },
    variables: {
      address: 'ONESPAN_DIGIPASS_GATEWAY_URL',
      authority: 'ONESPAN_DIGIPASS_GATEWAY_CA_FILE',
      client: null,
    },
    addressIs: 'the port of DIGIPASS Gateway itself, 11080 unless it was changed',
  });
}

/** Whether the host's name resolves. */
async function nameFinding({ url, variables }: Endpoint): Promise<Finding> {
  const { hostname } = new URL(url);
  try {
    const addresses = await lookup(withoutBrackets(hostname), { all: true });
    return ok(`${hostname} is ${addresses.map(({ address }) => address).join(' and ')}`);
  } catch (error) {
    return failed(
      `no address is known for ${hostname} (${codeOf(error)})`,
      `Correct the host in ${variables.address}, or the name servers of this machine.`,
    );
  }
}

/** Whether the port accepts connections. */
async function portFinding({ url, variables, addressIs }: Endpoint, timeLimitMs: number): Promise<Finding> {
  const { hostname, port } = new URL(url);
  const number = Number(port || 443);
  const socket = connect({ host: withoutBrackets(hostname), port: number });
  const timer = AbortSignal.timeout(timeLimitMs);
  try {
    await once(socket, 'connect', { signal: timer });
    return ok(`${number} takes connections`);
  } catch (error) {
    return timer.aborted
      ? failed(`${number} does not answer`, 'Let this machine through the firewalls to that port.')
      : failed(
          `${number} takes no connections (${codeOf(error)})`,
          `Start the server, or correct the port in ${variables.address}, which is ${addressIs}.`,
        );
  } finally {
    socket.destroy();
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'no reason given';
}
