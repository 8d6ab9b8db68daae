import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '@/lib/shared/language/catalogues';
import { parseMessage } from '@/lib/shared/language/format-message';
import { parseStrictJson } from '@/lib/shared/strict-json';
import { repository } from '../../../support/repository';

const folder = join(repository, 'lib/shared/language/catalogues');
const languages = Object.keys(CATALOGUES);
const areas = readdirSync(join(folder, 'de')).filter((file) => file.endsWith('.json'));

/** No text twice, of which a parser would take the last without a word. */
function read(language: string, area: string): Record<string, string> {
  const parsed = parseStrictJson(readFileSync(join(folder, language, area)));
  if (!parsed.ok) throw new SyntaxError(`${language}/${area}: ${parsed.refusal}`);
  return parsed.value as Record<string, string>;
}

type Part = ReturnType<typeof parseMessage>[number];

/** `{name}`, and `{count, plural}` where a form is chosen. Each form may have a value, and need not have it. */
function placeholdersOf(message: string): string[] {
  const namesOf = (part: Part): string[] => {
    if (typeof part === 'string') return [];
    if ('value' in part) return [`{${part.value}}`];
    if (!('forms' in part)) return [];
    return [`{${part.count}, plural}`, ...new Set(Object.values(part.forms).flat().flatMap(namesOf))];
  };
  return parseMessage(message)
    .flatMap(namesOf)
    .toSorted((one, other) => one.localeCompare(other));
}

/** The categories of a language that counts of things have. */
function categoriesOf(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
}

const end = (text: string) => /[.?:…]$/.exec(text.trimEnd())?.[0] ?? '';

/** What systems call theirs, in their own languages. */
const OF_SYSTEMS = new Set(['Add to Home Screen']);

describe.each(Object.entries(CATALOGUES))('the catalogue of %s', (language, messages) => {
  it.each(areas)('a catalogue has the texts of %s, and no other', (area) => {
    const texts = read(language, area);
    const listed = read('de', area);
    const lacking = Object.keys(listed).filter((text) => !(text in texts));
    const superfluous = Object.keys(texts).filter((text) => !(text in listed));
    expect({ lacking, superfluous }).toEqual({ lacking: [], superfluous: [] });
  });

  it('a catalogue joins the files of all areas', () => {
    expect(messages).toEqual(Object.assign({}, ...areas.map((area) => read(language, area))));
  });

  it('every message has the placeholders of the English text', () => {
    const wrong = Object.entries(messages).filter(
      ([text, message]) => placeholdersOf(text).join(' ') !== placeholdersOf(message).join(' '),
    );
    expect(wrong).toEqual([]);
  });

  it('every count has the plural forms of its language', () => {
    const categories = [...categoriesOf(language)];
    const lacks = (part: Part): boolean =>
      typeof part === 'object' &&
      'forms' in part &&
      (categories.some((category) => !(category in part.forms)) || Object.values(part.forms).flat().some(lacks));
    expect(Object.values(messages).filter((message) => parseMessage(message).some(lacks))).toEqual([]);
  });

  it('a quoted button or heading is quoted by its name in that language', () => {
    const called = new Map(Object.entries(messages).map(([text, message]) => [text.replaceAll("'", '’'), message]));
    const wrong = Object.entries(messages).filter(([text, message]) =>
      [...text.matchAll(/“([^”]+)”/g)].some(
        ([, quoted = '']) => !OF_SYSTEMS.has(quoted) && !message.includes(called.get(quoted) ?? ''),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('no message is empty, and each ends with the punctuation of the English sentence', () => {
    const wrong = Object.entries(messages).filter(
      ([text, message]) => message.trim() === '' || end(text) !== end(message),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the areas of the catalogues', () => {
  it.each(languages)('the areas have the same files in %s', (language) => {
    expect(readdirSync(join(folder, language))).toEqual(readdirSync(join(folder, 'de')));
  });

  it('a message of two areas stands once, in common', () => {
    const messages = areas.flatMap((area) => Object.keys(read('de', area)));
    expect(messages.filter((message, index) => messages.indexOf(message) !== index)).toEqual([]);
  });

  it('no text is in them that no page, program or mail says', () => {
    const sources = ['app', 'components', 'lib']
      .flatMap((room) =>
        readdirSync(join(repository, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
      )
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(join('lib', 'generated')))
      .map((file) => readFileSync(join(repository, file), 'utf8').replaceAll(String.raw`\'`, "'"))
      .join('\n');
    const isSaid = (text: string) => ["'", '"', '`'].some((quote) => sources.includes(`${quote}${text}${quote}`));
    expect(Object.keys(CATALOGUES.de).filter((text) => !isSaid(text))).toEqual([]);
  });
});
