import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { unescapeXml } from './xml-text';

/** An element of a reply, by its local name. */
export type XmlElement = { name: string; children: XmlElement[]; text: string };

/** Deeper than any reply; deeper documents are refused. */
const MAXIMUM_DEPTH = 20;

const CDATA = '#cdata';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: CDATA,
  maxNestedTags: MAXIMUM_DEPTH,
});

type Node = Record<string, unknown>;

/**
 * Parses a document of limited length. Refuses a document type, which SOAP forbids (SOAP 1.1 §3), so that no entity can
 * expand.
 * @throws Error when the text is not well-formed, or too deep
 */
export function parseXml(text: string): XmlElement {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new RangeError('a document type is not allowed');
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new RangeError(`not well-formed: ${verdict.err.code} at line ${verdict.err.line}`);
  const roots = (parser.parse(text) as Node[]).filter((node) => nameOf(node) !== '#text');
  const [root] = roots;
  if (!root || roots.length > 1) throw new RangeError('not one element');
  return toElement(root, nameOf(root));
}

/** The first child of that name. */
export function childOf(parent: XmlElement | null, name: string): XmlElement | null {
  return parent?.children.find((child) => child.name === name) ?? null;
}

export function childrenOf(parent: XmlElement | null, name: string): XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

export function textOf(parent: XmlElement | null, name: string): string | null {
  return childOf(parent, name)?.text.trim() ?? null;
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function toElement(node: Node, name: string): XmlElement {
  const element: XmlElement = { name, children: [], text: '' };
  for (const child of node[name] as Node[]) {
    const childName = nameOf(child);
    if (childName === '#text') element.text += unescapeXml(String(child['#text']));
    else if (childName === CDATA)
      element.text += (child[CDATA] as Node[]).map((part) => String(part['#text'])).join('');
    else element.children.push(toElement(child, childName));
  }
  return element;
}
