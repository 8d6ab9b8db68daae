import { gatewayErrorFrom } from '../gateways/transport/gateway-error-from';
import { SECOND } from '../shared/time/duration';
import { clientCertificateFinding, serverCertificateFinding } from './certificate-findings';
import type { Check } from './check';
import { clockFinding } from './clock-finding';
import { explainGatewayError } from './explain-gateway-error';
import { failed, ok, type Finding } from './finding';
import { probe, type ProbeAnswer } from './probe';
import type { Endpoint } from './endpoint';
import { nameFinding, portFinding } from './reach';

/** Of each step. */
const TIME_LIMIT_MS = 5 * SECOND;

/** The way to a gateway as far as its first answer, each check after what it needs; the last that others need is `answer`. */
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

/** Whether it is the service that speaks. */
function answerFinding(
  { reply, error, isLate }: ProbeAnswer,
  { url, question, variables, addressIs }: Endpoint,
): Finding {
  if (!reply) return explainGatewayError(gatewayErrorFrom(error, url, isLate));
  const told = `HTTP ${reply.status} of type ${reply.type}`;
  if (reply.type === question.replyType || reply.status === question.refusal) return ok(told);
  return failed(
    `${told}, and not ${question.replyType}: something else answers, such as a proxy`,
    `${variables.address} must name ${addressIs}.`,
  );
}
