import { GatewayError, type GatewayOutcome } from '../../../activation/gateway-error';
import { textFromUtf8 } from '../../../shared/bytes';
import type { Connection } from '../../transport/connection';
import type { Reply, Request } from '../../transport/exchange';
import { childOf, parseXml, textOf, type XmlElement } from './xml-element';

/** OneSpan §4.1. */
export type SoapInterface = 'Administration' | 'Authentication' | 'Provisioning';

const NAMESPACES = [
  'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/**
 * Prefix of the commands' namespaces. Documented for the authentication interface, whose published name is truncated;
 * inferred for the others (OneSpan §4.1).
 */
const TYPES = 'http://www.vasco.com/IdentikeyServer/IdentikeyTypes/';

/** SOAP 1.1 over https, POST to `/` (OneSpan §4.1). @param content XML inside the command's element */
export function soapRequest(interfaceName: SoapInterface, command: string, content: string): Request {
  return {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
    body:
      `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${NAMESPACES} xmlns:i="${TYPES}${interfaceName}">` +
      `<soapenv:Body><i:${command}>${content}</i:${command}></soapenv:Body></soapenv:Envelope>`,
    replyType: 'text/xml',
  };
}

/** Calls commands and parses their replies. */
export class SoapClient {
  readonly #connection: Pick<Connection, 'send'>;

  constructor(connection: Pick<Connection, 'send'>) {
    this.#connection = connection;
  }

  /**
   * Calls a command.
   * @param content XML inside the command's element
   * @param read converts the reply's element; throws when it is malformed
   * @param isRepeatable see `Request`
   * @throws GatewayError when no server returns a readable reply
   */
  async call<Value>(
    interfaceName: SoapInterface,
    command: string,
    content: string,
    read: (answer: XmlElement) => Value,
    isRepeatable = false,
  ): Promise<Value> {
    const request = { ...soapRequest(interfaceName, command, content), isRepeatable };
    return this.#connection.send(request, (reply) => {
      const answer = openReply(reply, command);
      try {
        return read(answer);
      } catch (error) {
        throw malformed(command, error);
      }
    });
  }
}

/** The only element of the body. A fault has status 500 (SOAP 1.1 §6.2). */
function openReply({ status, body }: Reply, command: string): XmlElement {
  if (status !== 200 && status !== 500) throw malformed(command, new Error(`HTTP ${status}`));
  let content: XmlElement | null;
  try {
    const envelope = parseXml(textFromUtf8(body));
    content = envelope.name === 'Envelope' ? (childOf(envelope, 'Body')?.children[0] ?? null) : null;
  } catch (error) {
    throw malformed(command, error);
  }
  if (!content) throw malformed(command, new Error('no SOAP envelope with a body'));
  // The command could not be processed, whoever is to blame (SOAP 1.1 §4.4.1).
  if (content.name === 'Fault')
    throw malformed(
      command,
      new Error(`SOAP fault: ${textOf(content, 'faultstring') ?? 'without a reason'}`),
      'final',
      'SOAP fault',
    );
  return content;
}

function malformed(
  command: string,
  error: unknown,
  outcome: GatewayOutcome = 'unknown',
  reason = 'unreadable',
): GatewayError {
  const why = error instanceof Error ? error.message : '';
  return new GatewayError('malformed-reply', outcome, { cause: new Error(`${command}: ${why}`), reason });
}
