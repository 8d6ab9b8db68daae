import { onlyChild, type XmlElement } from './xml-element';

const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema';
const XML_SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

type ValueType = 'string' | 'int' | 'unsignedInt' | 'boolean' | 'dateTime';

/** Fields whose values are no strings (OneSpan §4.1, §4.2). */
const VALUE_TYPES: Record<string, ValueType> = {
  CREDFLD_PASSWORD_FORMAT: 'unsignedInt',
  PROVFLD_ACTIVATION_TYPE: 'unsignedInt',
  DIGIPASSFLD_GRACE_PERIOD_DAYS: 'int',
  DIGIPASSFLD_EXPIRED: 'boolean',
  DIGIPASSFLD_GRACE_PERIOD_EXPIRED: 'boolean',
  POFLD_AUTO_EXECUTE: 'boolean',
  USERFLD_DISABLED: 'boolean',
  USERFLD_EXPIRED: 'boolean',
  USERFLD_LOCKED: 'boolean',
};

const FORMS: Record<ValueType, RegExp> = {
  string: /^[^]*$/,
  int: /^-?\d{1,10}$/,
  unsignedInt: /^\d{1,10}$/,
  boolean: /^(?:true|false)$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
};

/** An attribute of a request; negative ones of a query must not be equal, null ones must be empty. */
type Attribute = { value: string; isNegative: boolean; isNull: boolean };

export type Fields = ReadonlyMap<string, Attribute>;

export type FieldsRefusal = { status: 'STAT_INVDATA' | 'STAT_MISSINGFLD'; message: string };

/**
 * Reads `attributes{attributeID, attributeOptions{negative?, null?}, value xsi:type}` (OneSpan §4.1), strictly: a name
 * that the command does not know, a name given twice, a missing or wrong type and a value not of its type are refused.
 */
export function readFields(
  set: XmlElement | null,
  required: readonly string[],
  optional: readonly string[] = [],
): Fields | FieldsRefusal {
  const fields = new Map<string, Attribute>();
  for (const attribute of set?.children ?? []) {
    const name = attribute.name === 'attributes' ? onlyChild(attribute, 'attributeID')?.text : undefined;
    if (name === undefined || fields.has(name) || ![...required, ...optional].includes(name))
      return invalid(`Unexpected attribute ${name ?? attribute.name}`);
    const options = onlyChild(attribute, 'attributeOptions');
    const isNull = isSet(options, 'null');
    const value = onlyChild(attribute, 'value');
    if (!isNull && (!value || !isOfType(value, VALUE_TYPES[name] ?? 'string')))
      return invalid(`Invalid value of attribute ${name}`);
    fields.set(name, { value: value?.text ?? '', isNegative: isSet(options, 'negative'), isNull });
  }
  const missing = required.find((name) => !fields.has(name));
  return missing === undefined
    ? fields
    : { status: 'STAT_MISSINGFLD', message: `Mandatory field ${missing} is missing` };
}

export function isFieldsRefusal(fields: Fields | FieldsRefusal): fields is FieldsRefusal {
  return 'status' in fields;
}

function invalid(message: string): FieldsRefusal {
  return { status: 'STAT_INVDATA', message };
}

function isSet(options: XmlElement | null, name: string): boolean {
  return options !== null && onlyChild(options, name)?.text === 'true';
}

function isOfType({ attributes, scope, text }: XmlElement, type: ValueType): boolean {
  const typeAttribute = Object.entries(attributes).find(([name]) => {
    const [prefix = '', local] = name.split(':');
    return local === 'type' && scope[prefix] === XML_SCHEMA_INSTANCE;
  });
  const [prefix = '', local] = typeAttribute?.[1].split(':') ?? [];
  return local === type && scope[prefix] === XML_SCHEMA && FORMS[type].test(text);
}
