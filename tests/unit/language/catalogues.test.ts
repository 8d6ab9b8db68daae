import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '@/lib/language/catalogues';
import { parseStrictJson } from '@/lib/shared/strict-json';
import { repository } from '../../support/repository';

const folder = join(repository, 'lib/language/catalogues');
const languages = Object.keys(CATALOGUES);
const areas = readdirSync(join(folder, 'de')).filter((file) => file.endsWith('.json'));

/** No text twice, of which a parser would take the last without a word. */
function read(language: string, area: string): Record<string, string> {
  const parsed = parseStrictJson(readFileSync(join(folder, language, area)));
  if (!parsed.ok) throw new SyntaxError(`${language}/${area}: ${parsed.refusal}`);
  return parsed.value as Record<string, string>;
}

const placeholdersOf = (text: string) =>
  (text.match(/\{\w+\}/g) ?? []).toSorted((one, other) => one.localeCompare(other));

const end = (text: string) => /[.?:…]$/.exec(text.trimEnd())?.[0] ?? '';

/** What systems call theirs, in their own languages. */
const OF_SYSTEMS = new Set(['Add to Home Screen']);

describe.each(Object.entries(CATALOGUES))('the catalogue of %s', (language, messages) => {
  it.each(areas)('has the texts of %s, and no other', (area) => {
    const texts = read(language, area);
    const listed = read('de', area);
    const lacking = Object.keys(listed).filter((text) => !(text in texts));
    const superfluous = Object.keys(texts).filter((text) => !(text in listed));
    expect({ lacking, superfluous }).toEqual({ lacking: [], superfluous: [] });
  });

  it('joins the files of all areas', () => {
    expect(messages).toEqual(Object.assign({}, ...areas.map((area) => read(language, area))));
  });

  it('has the placeholders of the English text in every message', () => {
    const wrong = Object.entries(messages).filter(
      ([text, message]) => placeholdersOf(text).join(' ') !== placeholdersOf(message).join(' '),
    );
    expect(wrong).toEqual([]);
  });

  it('quotes a button or a heading as it is called in that language', () => {
    const called = new Map(Object.entries(messages).map(([text, message]) => [text.replaceAll("'", '’'), message]));
    const wrong = Object.entries(messages).filter(([text, message]) =>
      [...text.matchAll(/“([^”]+)”/g)].some(
        ([, quoted = '']) => !OF_SYSTEMS.has(quoted) && !message.includes(called.get(quoted) ?? ''),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves no message empty, and ends where the English sentence ends', () => {
    const wrong = Object.entries(messages).filter(
      ([text, message]) => message.trim() === '' || end(text) !== end(message),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the areas of the catalogues', () => {
  it.each(languages)('are the same files in %s', (language) => {
    expect(readdirSync(join(folder, language))).toEqual(readdirSync(join(folder, 'de')));
  });

  it('have each message once: what two areas say is in common', () => {
    const messages = areas.flatMap((area) => Object.keys(read('de', area)));
    expect(messages.filter((message, index) => messages.indexOf(message) !== index)).toEqual([]);
  });
});
