import type { AuthenticationServer } from '../state/authentication-server';
import { isFieldsRefusal, readFields } from './attribute-set';
import { refused, type AttributeCommand } from './command';
import { refuseWithoutSession } from './session-commands';
import type { Attributes, Value } from './write-xml';
import { onlyChild, type XmlElement } from './xml-element';

/**
 * A command `…Query` (OneSpan §4.1, §4.3): records whose attributes equal the requested ones, regardless of case;
 * options distinct, rowcount and rowoffset. An empty answer is STAT_NOT_FOUND. An asterisk at an end of a value is a
 * wildcard, as in the vendor's programming guide.
 * @param records all of them
 * @param searchable fields that may be queried
 * @param choices values of fields that have only these; another one is refused
 */
export function queryCommand(
  records: (server: AuthenticationServer) => Attributes[],
  searchable: readonly string[],
  choices: Record<string, readonly string[]> = {},
): AttributeCommand {
  return {
    style: 'attributes',
    interface: 'Administration',
    async run(server, request) {
      const outside = refuseWithoutSession(server, request);
      if (outside) return outside;
      const fields = readFields(onlyChild(request, 'attributeSet'), [], searchable);
      if (isFieldsRefusal(fields)) return refused(fields.status, fields.message);
      const conditions = [...fields];
      if (conditions.some(([name, { value }]) => choices[name]?.includes(value) === false))
        return refused('STAT_INVDATA', 'Invalid attribute value');
      const attributes = records(server).filter((record) =>
        conditions.every(
          ([name, { value, isNegative, isNull }]) => isNegative !== isLike(record[name], isNull ? '' : value),
        ),
      );
      const page = paginate(attributes, onlyChild(request, 'queryOptions'));
      if (!page) return refused('STAT_INVDATA', 'Invalid query options');
      return page.length > 0
        ? { status: 'STAT_SUCCESS', list: page }
        : refused('STAT_NOT_FOUND', 'No record was found');
    },
  };
}

function isLike(actual: Value | null | undefined, pattern: string): boolean {
  const text = textOf(actual);
  const [, open, core = '', end] = /^(\*?)(.*?)(\*?)$/su.exec(pattern.toLowerCase()) ?? [];
  if (open && end) return text.includes(core);
  if (open) return text.endsWith(core);
  return end ? text.startsWith(core) : text === core;
}

function textOf(value: Value | null | undefined): string {
  if (value === null || value === undefined) return '';
  return (value instanceof Date ? value.toISOString() : String(value)).toLowerCase();
}

function paginate(attributes: Attributes[], options: XmlElement | null): Attributes[] | null {
  const numberOf = (name: string, fallback: number) => {
    const text = options && onlyChild(options, name)?.text;
    return text === null || text === undefined ? fallback : Number(/^\d{1,9}$/.test(text) ? text : Number.NaN);
  };
  const [offset, count] = [numberOf('rowoffset', 0), numberOf('rowcount', attributes.length)];
  return Number.isNaN(offset + count) ? null : attributes.slice(offset, offset + count);
}
