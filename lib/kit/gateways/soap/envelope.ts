import type { Reply } from '../../faults/reply';
import type { Request } from '../wire/exchange';
import { onlyChild, parseXml, type XmlElement } from './xml-element';
import { element, escapeXml } from './write-xml';

export const SOAP_ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
/** The beginning of the vendor's namespaces (OneSpan §4.1), which end with the interface's name. */
export const IDENTIKEY_TYPES = 'http://www.vasco.com/IdentikeyServer/IdentikeyTypes/';

const NAMESPACES = [
  `xmlns:soapenv="${SOAP_ENVELOPE}"`,
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/**
 * Takes a SOAP 1.1 request out of its envelope: POST to `/`, `text/xml`, a SOAPAction header (SOAP 1.1 §6.1.1, which may
 * be empty), one element in the body.
 * @returns null when it is none
 */
export function openEnvelope({ method, path, headers, body }: Request): XmlElement | null {
  if (method !== 'POST' || path !== '/' || headers['soapaction'] === undefined) return null;
  if (!/^text\/xml\b/i.test(headers['content-type'] ?? '')) return null;
  const envelope = parseXml(body.toString('utf8'));
  if (envelope?.name !== 'Envelope' || envelope.namespace !== SOAP_ENVELOPE) return null;
  const inner = onlyChild(envelope, 'Body');
  if (inner?.namespace !== SOAP_ENVELOPE || inner.children.length !== 1) return null;
  return inner.children[0] ?? null;
}

/** The reply of this one command is documented to end otherwise. */
const ENDINGS: Record<string, string> = { getSecureChallenge: 'Respond' };

/** @param of whose name the answer's element is made of, and whose namespace it has */
export function sealEnvelope(of: XmlElement, ...content: string[]): Reply {
  const name = `${of.name}${ENDINGS[of.name] ?? 'Response'}`;
  const answer = `<ns:${name} xmlns:ns="${escapeXml(of.namespace ?? '')}">${content.join('')}</ns:${name}>`;
  return xmlReply(200, answer);
}

/** SOAP 1.1 §4.4. */
export function soapFault(message: string): Reply {
  const fault = element(
    'soapenv:Fault',
    element('faultcode', 'soapenv:Client'),
    element('faultstring', escapeXml(message)),
  );
  return xmlReply(500, fault);
}

function xmlReply(status: number, content: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope ${NAMESPACES}><soapenv:Body>${content}</soapenv:Body></soapenv:Envelope>`;
  return { status, headers: { 'content-type': 'text/xml; charset=utf-8' }, body };
}
