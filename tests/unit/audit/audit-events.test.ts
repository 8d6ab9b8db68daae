import { describe, expect, it } from 'vitest';
import { defineAuditEvent, NO_FACTS } from '@/lib/audit/define-audit-event';
import { AUDIT_EVENTS, AUDIT_EVENT_TYPES } from '@/lib/audit/event-catalogue';
import { group, nullable, optional, text, word, words } from '@/lib/audit/properties';
import { itsDevice, oneVoice, twoVoices } from '@/lib/audit/voice';

describe('the declarations of audit events', () => {
  it.each(AUDIT_EVENTS)('an example has the facts that its event declares: $type', ({ facts, example }) => {
    expect(group(facts).is(example)).toBe(true);
  });

  it('a type is declared once', () => {
    expect(AUDIT_EVENT_TYPES.filter((type, index) => AUDIT_EVENT_TYPES.indexOf(type) !== index)).toEqual([]);
  });

  it('a list of words has a name of its own, so that none hides another in the vocabulary', () => {
    const lists = new Set(AUDIT_EVENTS.flatMap(({ facts }) => Object.values(facts).flatMap((fact) => fact.lists)));
    const names = [...lists].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names).not.toContain('event type');
    expect(names).not.toContain('actor');
  });
});

describe('the properties of a fact', () => {
  const colour = words('colour', ['red', 'blue']);
  const facts = group({ id: text, colour: word(colour), note: nullable(text), since: optional(text) });
  const fact = { id: 'a', colour: 'red', note: null };

  it('fit what has them, with and without what is optional', () => {
    expect(facts.is(fact)).toBe(true);
    expect(facts.is({ ...fact, note: 'b', since: 'c' })).toBe(true);
  });

  it.each([
    ['another word', { ...fact, colour: 'green' }],
    ['another type', { ...fact, id: 1 }],
    ['one too many', { ...fact, more: 'x' }],
    ['one too few', { id: 'a', colour: 'red' }],
    ['null where it may not be', { ...fact, since: null }],
    ['no object', null],
  ])('refuse %s', (_what, value) => {
    expect(facts.is(value)).toBe(false);
  });
});

/** Each has one fault, which the compiler finds where it stands; a declaration without a fault is the first. */
export const NOT_COMPILED = [
  defineAuditEvent({ ...NO_FACTS, type: 'a', name: 'Account created', sentence: oneVoice('Account created') }),
  // @ts-expect-error no sentence
  defineAuditEvent({ ...NO_FACTS, type: 'a', name: 'Account created' }),
  // @ts-expect-error no name for the filter
  defineAuditEvent({ ...NO_FACTS, type: 'a', sentence: oneVoice('Account created') }),
  // @ts-expect-error a name that no catalogue has
  defineAuditEvent({ ...NO_FACTS, type: 'a', name: 'Said nowhere', sentence: oneVoice('Account created') }),
  // @ts-expect-error a sentence that no catalogue has
  oneVoice('Said nowhere'),
  // @ts-expect-error one voice of two
  twoVoices('You signed in'),
  // @ts-expect-error a sentence whose value is not filled in
  oneVoice('{device} was locked'),
  // @ts-expect-error two sentences whose values are not filled in
  twoVoices('You locked {device}', 'Locked {device}'),
  defineAuditEvent({
    type: 'a',
    facts: { instanceId: text },
    example: { instanceId: 'b' },
    name: 'Device locked',
    // @ts-expect-error a value that the sentence does not have
    sentence: oneVoice('{device} was locked', ({ instanceId }) => ({ phone: instanceId })),
  }),
  defineAuditEvent({
    type: 'a',
    facts: { instanceId: text },
    example: { instanceId: 'b' },
    name: 'Device locked',
    // @ts-expect-error a property that the event does not have
    sentence: twoVoices('You locked {device}', 'Locked {device}', ({ deviceId }) => ({ device: deviceId })),
  }),
  defineAuditEvent({
    type: 'a',
    facts: { passkeyId: text },
    example: { passkeyId: 'b' },
    name: 'Device locked',
    // @ts-expect-error a device, of an event without one
    sentence: oneVoice('{device} was locked', itsDevice),
  }),
  defineAuditEvent({
    type: 'a',
    facts: { instanceId: text },
    // @ts-expect-error an example without the facts
    example: {},
    name: 'Device locked',
    sentence: oneVoice('Account created'),
  }),
];
