import { describe, expect, it } from 'vitest';
import { AUDIT_EVENTS } from '@/lib/audit/event-catalogue';
import { VOCABULARY } from '@/lib/audit/vocabulary';
import ADDED from '../../vectors/audit-vocabulary.json' with { type: 'json' };

type Words = Record<string, readonly string[]>;

/** What each version has added to words and to the properties of facts. */
const VERSIONS: Record<string, { words: Words; properties: Words }> = ADDED;

const PROPERTIES = Object.fromEntries(AUDIT_EVENTS.map(({ type, facts }) => [type, Object.keys(facts)]));

/** One line for each word, as "permission: audit:read". */
function lines(words: Words): string[] {
  return Object.entries(words).flatMap(([name, list]) => list.map((word) => `${name}: ${word}`));
}

describe.each(Object.entries(VERSIONS))('version %s of the vocabulary of the audit log', (_version, added) => {
  it('every word of the version is still valid, as stored records hold it', () => {
    const now = new Set(lines(VOCABULARY));
    expect(lines(added.words).filter((word) => !now.has(word))).toEqual([]);
  });

  it('every property of the version is still valid, as stored records hold it', () => {
    const now = new Set(lines(PROPERTIES));
    expect(lines(added.properties).filter((property) => !now.has(property))).toEqual([]);
  });
});

describe('the vocabulary of the audit log', () => {
  it('every word belongs to a version, so that none is renamed unnoticed later', () => {
    const frozen = new Set(Object.values(VERSIONS).flatMap(({ words }) => lines(words)));
    expect(lines(VOCABULARY).filter((word) => !frozen.has(word))).toEqual([]);
  });

  it('every property belongs to a version, so that none is renamed unnoticed later', () => {
    const frozen = new Set(Object.values(VERSIONS).flatMap(({ properties }) => lines(properties)));
    expect(lines(PROPERTIES).filter((property) => !frozen.has(property))).toEqual([]);
  });

  it('the versions are numbered from 1 without a gap', () => {
    const numbers = Object.keys(VERSIONS);
    expect(numbers).toEqual(numbers.map((_, index) => `${index + 1}`));
  });
});
