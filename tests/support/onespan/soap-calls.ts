import { parseXml, type XmlElement } from '@/lib/kit/gateways/soap/xml-element';
import type { HttpsClient } from './https-client';

const NAMESPACES = [
  'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"',
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

export const SOAP_HEADERS = { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' };

/** An envelope around a command of the interface. */
export function envelope(interfaceName: string, command: string, content: string): string {
  const namespace = `http://www.vasco.com/IdentikeyServer/IdentikeyTypes/${interfaceName}`;
  return `<?xml version="1.0"?><soapenv:Envelope ${NAMESPACES} xmlns:i="${namespace}"><soapenv:Header/><soapenv:Body><i:${command}>${content}</i:${command}></soapenv:Body></soapenv:Envelope>`;
}

/** @param values text, or type and text */
export function attributes(values: Record<string, string | [type: string, text: string]>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const [type, content] = typeof value === 'string' ? ['string', value] : value;
      return `<attributes><value xsi:type="xsd:${type}">${content}</value><attributeID>${name}</attributeID></attributes>`;
    })
    .join('');
}

type Credential = { userId: string; domain?: string; password: string; componentType?: string };

/** The attributes that `logon` and `authUser` take. */
export function credentialAttributes({ userId, domain, password, componentType }: Credential): string {
  return attributes({
    CREDFLD_USERID: userId,
    ...(domain !== undefined && { CREDFLD_DOMAIN: domain }),
    ...(componentType !== undefined && { CREDFLD_COMPONENT_TYPE: componentType }),
    CREDFLD_PASSWORD: password,
    CREDFLD_PASSWORD_FORMAT: ['unsignedInt', '0'],
  });
}

/** What came back: the element in the body, as nested lists without names of wrappers that stand alone. */
export type SoapAnswer = {
  status: number;
  /** Of the element in the body, for instance `logonResponse`. */
  name: string;
  statusCode: string;
  attributes: Record<string, string>;
  list: Record<string, string>[];
  element: XmlElement;
};

export async function callSoap(
  client: HttpsClient,
  url: string,
  interfaceName: string,
  command: string,
  content: string,
): Promise<SoapAnswer> {
  const { status, body } = await client.send('POST', url, SOAP_HEADERS, envelope(interfaceName, command, content));
  const element = parseXml(body)?.children[0]?.children[0];
  if (!element) throw new Error(`no SOAP answer: ${body}`);
  const result = descendant(element, 'resultAttribute');
  return {
    status,
    name: element.name,
    statusCode: descendant(element, 'statusCodeEnum')?.text ?? '',
    attributes: result ? readAttributes(result) : {},
    list: result ? result.children.filter(({ name }) => name === 'attributeList').map(readAttributes) : [],
    element,
  };
}

/** The first element of that name in document order. */
export function descendant(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) {
    const found = child.name === name ? child : descendant(child, name);
    if (found) return found;
  }
  return null;
}

function readAttributes(set: XmlElement): Record<string, string> {
  const pairs = set.children
    .filter(({ name }) => name === 'attributes')
    .map((one) => [descendant(one, 'attributeID')?.text ?? '', descendant(one, 'value')?.text ?? '']);
  return Object.fromEntries(pairs) as Record<string, string>;
}
