import { ACTOR_KINDS } from './audit-event';
import { AUDIT_EVENTS, AUDIT_EVENT_TYPES } from './event-catalogue';

/**
 * Every word that a record may contain, by its list. Free text, identifiers and numbers are not words. Words are only
 * added, never renamed or removed, because records that contain them are hashed and kept for years. Other rooms may
 * rename their own unions: code that records a renamed member does not compile until it maps the member to its recorded
 * word.
 */
export const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  'event type': AUDIT_EVENT_TYPES,
  actor: ACTOR_KINDS,
  ...Object.fromEntries(
    AUDIT_EVENTS.flatMap(({ facts }) => Object.values(facts))
      .flatMap(({ lists }) => lists)
      .map(({ name, words }) => [name, words]),
  ),
};
