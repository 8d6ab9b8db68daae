import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { seededRandom } from '../../lab/seeded-random';
import { builtActions, builtPages, builtRoutes, type BuiltAction } from '../build-surface';
import { repository } from '../repository';
import type { Sent } from '../servers/http-exchange';

const BOUNDARY = 'x';

/** Also in what JSON says of strings: `\ud800` is half a character, which no UTF-8 holds. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'true',
  'null',
  'a\u0000b',
  '\u0000',
  '\ud800',
  'x\udfff',
  '\u202ex',
  'ﷺ',
  '日本',
  '/日本',
  '//evil.example',
  '/\\evil.example',
  '..',
  '../../etc/passwd',
  '%00',
  '%',
  '%ff',
  "' OR 1=1; --",
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  '\r\nset-cookie: a=b',
  '9'.repeat(400),
  '🙂'.repeat(300),
  'x'.repeat(20_000),
  '0000-00-00',
  '9999-12-31',
  '275760-09-13',
  'jane.doe',
  'administrator.1',
  'VDS9999999-1',
  `act-${'0'.repeat(32)}`,
  `inv-${'0'.repeat(32)}`,
  `sva-${'0'.repeat(32)}`,
  `lnk-${'0'.repeat(32)}`,
  'a'.repeat(64),
  'someone@example.org',
  'https://example.org/',
];

/** How many at the end of `TEXTS` have the form of something that exists. */
const IDENTIFIERS = 10;

/** What React's reply format calls something else than text, in its own signs, and what it does not. */
const REFERENCES: readonly string[] = [
  '$undefined',
  '$NaN',
  '$-0',
  '$Infinity',
  '$n99999999999999999999',
  '$D2026-01-01T00:00:00.000Z',
  '$Dnone',
  '$@1',
  '$@99',
  '$K1',
  '$K99',
  '$Q1',
  '$W1',
  '$B1',
  '$F1',
  '$h1',
  '$T',
  '$$',
  '$',
  '$0',
  '$1:__proto__:then',
  '$1:constructor:constructor',
  '$A1',
  '$r1',
  '$X1',
  '$i1',
];

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  [],
  {},
  [[[[[]]]]],
  JSON.parse('{"then":1}'),
  { toString: 1 },
];

const QUERIES = ['next', 'error', 'q', 'sort', 'page', 'after', 'from', 'to', 'format', 'way', 'code', 'callbackUrl'];

const PROOFS = ['password', 'proofOneTimePassword', 'proofPasskey', 'proofMailedCode', 'proofRecoveryCode'];

const TYPES = ['text/plain', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary=', 'junk', ''];

const HEADERS: readonly Record<string, string>[] = [
  { rsc: '1' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
  { 'next-router-state-tree': '%ff' },
  { 'next-router-prefetch': '1', rsc: '1' },
  { 'next-url': '/%ff' },
  { 'accept-language': 'x'.repeat(2_000) },
  { 'accept-language': 'fr' },
  { accept: 'application/json' },
  { 'user-agent': '\u00ff'.repeat(500) },
  { referer: 'http://' },
];

/** Does what it is for, whatever it is sent, and no member of staff could go on: it is left out. */
const FOR_GOOD = 'freezeAction';

type Part = { name: string; value: string; file?: string };

/**
 * What somebody sends who has read the page's source: each action of the build in turn with arguments that no page sends, and
 * each address with parts that no link has. The same seed makes the same.
 */
export class HostileVisits {
  readonly #random: () => number;
  readonly #actions = builtActions().filter(({ name }) => name !== FOR_GOOD);
  readonly #addresses = [...builtPages(), ...builtRoutes()];
  readonly #words = new Map<string, string[]>();
  #made: number;

  /** @param start which share of a round to leave out at first */
  constructor(seed: number, start = 0) {
    const { between } = seededRandom(String(seed));
    this.#random = () => between(0, 1);
    this.#made = 2 * Math.floor((start * this.round) / 2);
  }

  /** How many make each action and each address at least once. */
  get round(): number {
    return 2 * Math.max(this.#actions.length, this.#addresses.length);
  }

  next(): Sent {
    const turn = Math.floor(this.#made / 2);
    this.#made += 1;
    const sent = this.#made % 2 === 0 ? this.#address(turn) : this.#call(turn);
    // As bytes of UTF-8, which is how programs send what is not encoded.
    return { ...sent, path: Buffer.from(sent.path, 'utf8').toString('latin1') };
  }

  #call(turn: number): Sent {
    const action = this.#actions[turn % this.#actions.length] as BuiltAction;
    const path = this.#fill(this.#pick(action.pages), 0.1) + (this.#chance(0.2) ? this.#query(action.file) : '');
    if (this.#chance(0.2)) return { method: 'POST', path, ...multipart(this.#withoutScripts(action)) };
    const id = this.#chance(0.05) ? this.#pick(['x', 'a'.repeat(42), `${action.id}0`, '../x']) : action.id;
    const body = this.#chance(0.3) ? this.#plain(action) : multipart(this.#reply(action));
    const headers: Record<string, string> = { 'next-action': id, ...body.headers };
    if (this.#chance(0.1)) headers['content-type'] = this.#pick(TYPES);
    if (this.#chance(0.2)) Object.assign(headers, this.#pick(HEADERS));
    return { method: 'POST', path, headers, body: body.body };
  }

  #address(turn: number): Sent {
    const { path, file } = this.#addresses[turn % this.#addresses.length] ?? { path: '/', file: '' };
    const asked = this.#fill(path, 0.6) + (this.#chance(0.7) ? this.#query(file) : '');
    const headers = this.#chance(0.3) ? { ...this.#pick(HEADERS) } : {};
    if (!file.endsWith('/route') || this.#chance(0.6))
      return { method: this.#chance(0.1) ? 'HEAD' : 'GET', path: asked, headers };
    const body = this.#chance(0.5) ? multipart(this.#fields(file, '')) : this.#json();
    return { method: 'POST', path: asked, headers: { ...headers, ...body.headers }, body: body.body };
  }

  /** A call as React's reply format has it (`encodeReply`): forms and files are parts of their own. */
  #reply({ file }: BuiltAction): Part[] {
    const parts: Part[] = [];
    const argument = (): unknown => {
      if (this.#chance(0.5)) return this.#value(file, 0);
      const number = parts.length + 1;
      parts.push(...this.#fields(file, `${number}_`));
      return `$K${number}`;
    };
    const given = Array.from({ length: this.#pick([0, 1, 1, 2, 2, 2, 2, 3]) }, argument);
    if (this.#chance(0.1)) parts.push({ name: '1', value: this.#pick([...TEXTS, ...REFERENCES]).slice(0, 500) });
    const root = { name: '0', value: JSON.stringify(this.#chance(0.9) ? given : this.#value(file, 0)) };
    return this.#chance(0.95) ? [...parts, root] : [root, ...parts];
  }

  #plain({ file }: BuiltAction) {
    const given = Array.from({ length: this.#pick([0, 1, 2, 3]) }, () => this.#value(file, 0));
    return { headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: JSON.stringify(given) };
  }

  /** What a browser without scripts sends: the fields of a form, and what the button does. */
  #withoutScripts({ id, file }: BuiltAction): Part[] {
    const fields = this.#fields(file, '');
    if (this.#chance(0.4)) return [{ name: `$ACTION_ID_${id}`, value: '' }, ...fields];
    const bound = this.#chance(0.5) ? '$@1' : this.#value(file, 0);
    return [
      { name: '$ACTION_REF_1', value: '' },
      { name: '$ACTION_1:0', value: JSON.stringify({ id, bound }) },
      { name: '$ACTION_1:1', value: JSON.stringify([this.#value(file, 0)]) },
      { name: '$ACTION_KEY', value: this.#pick(['k', 'x'.repeat(300), '\u0000']) },
      ...fields,
    ];
  }

  #json() {
    const body = this.#chance(0.8) ? JSON.stringify(this.#value('app', 0)) : this.#pick(['', '{', '['.repeat(5_000)]);
    return { headers: { 'content-type': 'application/json' }, body };
  }

  #fields(file: string, prefix: string): Part[] {
    const names = this.#chance(0.7) ? this.#namesBeside(file) : this.#some([...this.#namesBeside(file), ...PROOFS], 4);
    return names.flatMap((name) => {
      const value = this.#text();
      const part: Part = { name: prefix + name, value };
      if (this.#chance(0.05)) part.file = this.#pick(['a.png', '', '日本', '../x']);
      return this.#chance(0.05) ? [part, { ...part, value: this.#text() }] : this.#chance(0.05) ? [] : [part];
    });
  }

  #value(file: string, depth: number): unknown {
    if (depth < 3 && this.#chance(0.3))
      return Object.fromEntries(
        this.#some(this.#namesBeside(file), 6).map((name) => [name, this.#value(file, depth + 1)]),
      );
    if (depth < 3 && this.#chance(0.1)) return Array.from({ length: 3 }, () => this.#value(file, depth + 1));
    return this.#pick<unknown>([...TEXTS, ...REFERENCES, ...VALUES]);
  }

  #text(): string {
    return this.#chance(0.5) ? this.#pick(TEXTS).slice(0, 2_000) : this.#pick(TEXTS.slice(-IDENTIFIERS));
  }

  /** @param hostile how often a part is no identifier */
  #fill(pattern: string, hostile: number): string {
    return pattern.replaceAll(/\[[^\]]+\]/g, () => {
      const text = this.#pick(this.#chance(hostile) ? TEXTS : TEXTS.slice(-IDENTIFIERS));
      return this.#encoded(text.slice(0, 600)) || '0';
    });
  }

  #query(file: string): string {
    const names = this.#some([...QUERIES, ...this.#namesBeside(file)], 4);
    const pairs = names.map(
      (name) => `${name}${this.#chance(0.1) ? '[]' : ''}=${this.#encoded(this.#pick(TEXTS).slice(0, 600))}`,
    );
    if (this.#chance(0.2) && pairs[0] !== undefined) pairs.push(pairs[0]);
    return `?${pairs.join('&')}`;
  }

  /** As links have it, now and then cut off or not at all encoded. */
  #encoded(text: string): string {
    const encoded = encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'));
    if (this.#chance(0.05)) return `${encoded}%`;
    return this.#chance(0.1) ? text.replaceAll(/[\s#?\p{Cc}]/gu, '') : encoded;
  }

  /** Fields are declared where their action is: every word there that stands before a colon may be one. */
  #namesBeside(file: string): string[] {
    const folder = join(repository, dirname(file));
    const known = this.#words.get(folder);
    if (known) return known;
    const sources = existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
    const text = sources.filter((name) => /\.tsx?$/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8'));
    const found = [...text.join('\n').matchAll(/\b([a-z][A-Za-z]+)\??:/g)].map(([, name = '']) => name);
    const words = [...new Set([...found, 'userId'])];
    this.#words.set(folder, words);
    return words;
  }

  #some<Value>(values: readonly Value[], most: number): Value[] {
    return Array.from({ length: Math.floor(this.#random() * (most + 1)) }, () => this.#pick(values));
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value;
  }
}

function multipart(parts: readonly Part[]) {
  const body = parts.map(({ name, value, file }) => {
    const ending = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: image/png`;
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${ending}\r\n\r\n${value}\r\n`;
  });
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${body.join('')}--${BOUNDARY}--\r\n`,
  };
}
