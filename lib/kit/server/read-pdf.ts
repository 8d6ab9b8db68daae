import { inflateSync } from 'node:zlib';

/**
 * What a PDF says, line by line, as PDFKit writes one: compressed streams, and fonts that name their letters (ISO 32000-1
 * §9.10.3).
 */
export function readPdf(pdf: Uint8Array): string[] {
  const objects = new Map(
    [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs),
    ].map(([, id = '', body = '']) => [id, body] as const),
  );
  const fonts = new Map<string, Map<string, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of (/\/Font <<(.*?)>>/s.exec(body)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const [, letters = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
      fonts.set(name, lettersOf(streamOf(objects.get(letters) ?? '')));
    }
  return [...objects.values()]
    .filter((body) => !body.includes('/FontFile'))
    .flatMap((body) => linesOf(streamOf(body), fonts));
}

function streamOf(body: string): string {
  const [, bytes] = /\/FlateDecode.*?stream\n(.*)\nendstream/s.exec(body) ?? [];
  return bytes === undefined ? '' : inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
}

/** By glyph, in four hexadecimal digits each. A ligature is several letters, with spaces between (ISO 32000-1 §7.3.4.3). */
function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[(.*?)\]/g))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([\w ]+)>/g)].entries())
      letters.set(
        (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'),
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  return letters;
}

function linesOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const lines: string[] = [];
  let letters: ReadonlyMap<string, string> | undefined;
  for (const [, font, glyphs] of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font);
    else if (glyphs !== undefined)
      lines.push(
        [...glyphs.matchAll(/<(\w+)>/g)]
          .flatMap(([, run = '']) => run.match(/\w{4}/g) ?? [])
          .map((glyph) => letters?.get(glyph) ?? '')
          .join(''),
      );
  }
  return lines;
}
