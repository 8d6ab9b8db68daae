import { describe, expect, expectTypeOf, it } from 'vitest';
import type { AuditEventType } from '@/lib/audit/audit-event';
import { AUDIT_EVENT_TYPES } from '@/lib/audit/event-types';
import { VOCABULARY, VOCABULARY_VERSION } from '@/lib/audit/vocabulary';
import { FACTS } from '../../support/facts-of-every-type';
import ADDED from '../../vectors/audit-vocabulary.json' with { type: 'json' };

type Words = Record<string, readonly string[]>;

/** What each version has added to words and to the properties of facts. */
const VERSIONS: Record<string, { words: Words; properties: Words }> = ADDED;

const PROPERTIES = Object.fromEntries(Object.entries(FACTS).map(([type, fact]) => [type, Object.keys(fact)]));

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

  it('every version of the vocabulary has a list', () => {
    expect(Object.keys(VERSIONS)).toEqual(Array.from({ length: VOCABULARY_VERSION }, (_, index) => `${index + 1}`));
  });

  it('every type of event that is recorded is listed once', () => {
    expect(new Set(AUDIT_EVENT_TYPES).size).toBe(AUDIT_EVENT_TYPES.length);
    expectTypeOf<(typeof AUDIT_EVENT_TYPES)[number]>().toEqualTypeOf<AuditEventType>();
  });
});
