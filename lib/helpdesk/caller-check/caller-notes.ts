import { accept, refuse, type Result } from '../../shared/result';
import { oneLine } from '../../shared/text/one-line';
import { isWholeNote, MAXIMUM_DETAIL_LENGTH, type CallerEvidence, type NotedMethod } from './caller-assessment';

/** What an agent or another system says that it saw or heard. */
export type CallerNote = { method: NotedMethod; detail: string };

export type NoteRefusal = 'evidence-missing' | 'evidence-malformed';

/** Takes notes as evidence that counts nothing. Of a number its end is kept. */
export function takeNotes(notes: readonly CallerNote[]): Result<CallerEvidence[], NoteRefusal> {
  const evidence: CallerEvidence[] = [];
  for (const { method, detail } of notes) {
    const text = oneLine(detail, MAXIMUM_DETAIL_LENGTH);
    if (text === null) return refuse('evidence-missing');
    if (!isWholeNote(method, text)) return refuse('evidence-malformed');
    evidence.push({ method, detail: method === 'call-back' ? `…${digitsOf(text).slice(-2)}` : text, isNote: true });
  }
  return accept(evidence);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\P{Nd}/gu, '');
}
