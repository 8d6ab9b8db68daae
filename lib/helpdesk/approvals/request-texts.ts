import { accept, refuse, type Result } from '../../shared/result';
import { oneLine } from '../../shared/text/one-line';

/** Of what people write about a request, in characters. */
export const MAXIMUM_TICKET_LENGTH = 64;
export const MAXIMUM_REASON_LENGTH = 200;
/** Shorter texts justify nothing. */
export const MINIMUM_JUSTIFICATION_LENGTH = 20;
export const MAXIMUM_JUSTIFICATION_LENGTH = 500;

/** @param input null unless the agent breaks the glass */
export function checkJustification(input: string | null): Result<string | null, 'justification-missing'> {
  if (input === null) return accept(null);
  const text = oneLine(input, MAXIMUM_JUSTIFICATION_LENGTH);
  return text !== null && text.length >= MINIMUM_JUSTIFICATION_LENGTH ? accept(text) : refuse('justification-missing');
}
