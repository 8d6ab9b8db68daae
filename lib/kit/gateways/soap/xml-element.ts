import { XMLParser, XMLValidator } from 'fast-xml-parser';

export type XmlElement = {
  /** Without its prefix. */
  name: string;
  /** Null when the element has no prefix and there is no default. */
  namespace: string | null;
  hasPrefix: boolean;
  /** By name as written, with the prefix. */
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Its own text. */
  text: string;
  /** Namespaces by prefix that hold inside of it; the default's is the empty one. */
  scope: Record<string, string>;
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

type Node = Record<string, unknown>;

/** @returns the document's element; null when the text is not well-formed, or holds a document type, as SOAP forbids */
export function parseXml(text: string): XmlElement | null {
  if (text.includes('<!DOCTYPE') || XMLValidator.validate(text) !== true) return null;
  const nodes = (parser.parse(text) as Node[]).filter((node) => !('#text' in node));
  const [root] = nodes;
  return root && nodes.length === 1 ? toElement(root, {}) : null;
}

/** The only child of that name; null when there is none or more than one. */
export function onlyChild(parent: XmlElement, name: string): XmlElement | null {
  const xmlElements = parent.children.filter((child) => child.name === name);
  return xmlElements.length === 1 && xmlElements[0] ? xmlElements[0] : null;
}

function toElement(node: Node, outer: Record<string, string>): XmlElement {
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  const qualified = Object.keys(node).find((key) => key !== ':@') ?? '';
  const content = node[qualified] as Node[];
  const scope = { ...outer, ...declaredBy(attributes) };
  const [name = '', prefix = ''] = qualified.split(':').toReversed();
  return {
    name,
    namespace: scope[prefix] ?? null,
    hasPrefix: prefix !== '',
    attributes,
    children: content.filter((child) => !('#text' in child)).map((child) => toElement(child, scope)),
    text: content.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
    scope,
  };
}

function declaredBy(attributes: Record<string, string>): Record<string, string> {
  const declarations = Object.entries(attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  return Object.fromEntries(declarations.map(([name, value]) => [name.slice('xmlns:'.length), value]));
}
