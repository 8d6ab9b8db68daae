/** An email as its reader sees it. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** The same as a mail program shows it; empty where there is the text alone. */
  html: string;
  /** Every address in the text, in order. */
  links: string[];
  attachments: { name: string; type: string; content: Buffer }[];
};

type Part = { headers: Map<string, string>; body: string };

/** Reads a message as Tessera writes it (RFC 5322, MIME): one or two levels of parts, UTF-8. */
export function readMail(source: string): Mail {
  const message = readPart(source);
  const leaves = leavesOf(message);
  const bodyOf = (type: string) => {
    const body = leaves.find((part) => typeOf(part) === type && !isAttached(part));
    return body ? contentOf(body).toString('utf8') : '';
  };
  const text = bodyOf('text/plain');
  return {
    to: decodeWords(message.headers.get('to') ?? ''),
    subject: decodeWords(message.headers.get('subject') ?? ''),
    text,
    html: bodyOf('text/html'),
    links: linksIn(text),
    attachments: leaves.filter(isAttached).map((part) => {
      const [, name = ''] = /filename="?([^";]+)/.exec(dispositionOf(part)) ?? [];
      return { name, type: typeOf(part), content: contentOf(part) };
    }),
  };
}

/** Without what ends the sentence or the bracket around an address. */
function linksIn(text: string): string[] {
  return (text.match(/https?:\/\/[^\s<>"]+/g) ?? []).map((link) => link.replace(/[.,;:!?)\]}'’”»“]+$/, ''));
}

function dispositionOf({ headers }: Part): string {
  return headers.get('content-disposition') ?? '';
}

function isAttached(part: Part): boolean {
  return dispositionOf(part).startsWith('attachment');
}

function readPart(source: string): Part {
  const end = source.search(/\r?\n\r?\n/);
  const head = source.slice(0, end).replaceAll(/\r?\n[ \t]+/g, ' ');
  const headers = head.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { headers: new Map(headers), body: source.slice(end).replace(/^\r?\n\r?\n/, '') };
}

function leavesOf(part: Part): Part[] {
  const [, boundary] = /^multipart\/.*boundary="?([^";]+)/.exec(part.headers.get('content-type') ?? '') ?? [];
  if (boundary === undefined) return [part];
  const inner = part.body.split(`--${boundary}`).slice(1, -1);
  return inner.flatMap((text) => leavesOf(readPart(text.replace(/^\r?\n/, ''))));
}

function typeOf({ headers }: Part): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
}

function contentOf({ headers, body }: Part): Buffer {
  switch ((headers.get('content-transfer-encoding') ?? '').toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return unquote(body.replaceAll(/=\r?\n/g, ''));
    default:
      return Buffer.from(body);
  }
}

function unquote(text: string): Buffer {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** Encoded words of a header (RFC 2047). */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, word: string) =>
      (encoding.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : unquote(word.replaceAll('_', ' '))).toString(),
    );
}
