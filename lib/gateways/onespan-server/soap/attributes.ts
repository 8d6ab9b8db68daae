import { escapeXml } from './xml-text';

/** Fields to send, by name. Numbers are unsigned. */
export type Attributes = Record<string, string | number | boolean>;

/** `attributes{attributeID, value xsi:type}` (OneSpan §4.1). */
export function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(
      ([name, value]) =>
        `<attributes><attributeID>${name}</attributeID><value xsi:type="xsd:${typeOf(value)}">${escapeXml(String(value))}</value></attributes>`,
    )
    .join('');
}

function typeOf(value: Attributes[string]): string {
  if (typeof value === 'number') return 'unsignedInt';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}
