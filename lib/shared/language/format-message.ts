/** A count's texts by their category (CLDR: `one`, `few`, `many` …), or for one number alone (`=0`). */
type Forms = Readonly<Record<string, readonly Part[]>>;

type Part = string | { value: string } | { count: string } | { count: string; forms: Forms };

/** By the message, of which there are as many as in the catalogues. */
const parsed = new Map<string, readonly Part[]>();

/**
 * Fills in a message in the syntax of ICU MessageFormat, of which it reads placeholders and plurals:
 * `{name} has {count, plural, one {# device} other {# devices}}`.
 * @returns texts and values, in the message's order
 */
export function formatMessage<Value>(
  message: string,
  values: Readonly<Record<string, Value>>,
  locale: string,
): (string | Value)[] {
  const format = (part: Part): (string | Value)[] => {
    if (typeof part === 'string') return [part];
    if ('value' in part) return [values[part.value] ?? ''];
    const count = Number(values[part.count]);
    if (!('forms' in part)) return [new Intl.NumberFormat(locale).format(count)];
    const { forms } = part;
    const form = forms[`=${count}`] ?? forms[new Intl.PluralRules(locale).select(count)] ?? forms['other'];
    return (form ?? []).flatMap(format);
  };
  const parts = parsed.get(message) ?? parseMessage(message);
  parsed.set(message, parts);
  return parts.flatMap(format);
}

const PART = /([^{}#]+)|(#)|\{(\w+)\}|\{(\w+), plural,/y;
const FORM = / (=\d+|zero|one|two|few|many|other) \{/y;
const CLOSING = /\}/y;

/** @throws SyntaxError for anything else of ICU's syntax, such as quotes, `select` or an offset */
export function parseMessage(message: string): readonly Part[] {
  let at = 0;

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    const match = pattern.exec(message);
    if (match) at = pattern.lastIndex;
    return match;
  }

  function demand(isThere: unknown): void {
    if (!isThere) throw new SyntaxError(`not a message from its character ${at}: ${message}`);
  }

  function takeParts(count: string | null): Part[] {
    const parts: Part[] = [];
    for (let match = take(PART); match; match = take(PART)) {
      const [, text, sign, value, counted = ''] = match;
      if (text !== undefined) parts.push(text);
      else if (sign !== undefined) parts.push(count === null ? sign : { count });
      else if (value !== undefined) parts.push({ value });
      else parts.push({ count: counted, forms: takeForms(counted) });
    }
    return parts;
  }

  function takeForms(count: string): Forms {
    const forms: Record<string, Part[]> = {};
    for (let match = take(FORM); match; match = take(FORM)) {
      forms[match[1] ?? ''] = takeParts(count);
      demand(take(CLOSING));
    }
    demand(take(CLOSING) && forms['other']);
    return forms;
  }

  const parts = takeParts(null);
  demand(at === message.length);
  return parts;
}
