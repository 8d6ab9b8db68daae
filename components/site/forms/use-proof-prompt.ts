import { useEffect, useState, type RefObject } from 'react';
import type { ProofPrompt } from '@/lib/shared/form-state';
import type { FormActionState } from './use-form-action';

/**
 * `at-once`: with the form. `when-used`: once somebody opens, fills in or sends a form that stands among others, whose
 * fields have the same names.
 */
export type AsksForProof = 'at-once' | 'when-used';

/**
 * What a form asks its user to prove now.
 * @param known what the page knows to be missing; another value with each answer of the server
 * @returns `prompt` is null while nothing is asked. `begin` asks for what was not asked for yet: it returns whether there
 *   is such a thing, which a press is not to pass by
 */
export function useProofPrompt(
  state: FormActionState<string>,
  form: RefObject<HTMLFormElement | null>,
  known: ProofPrompt | null,
  asks: AsksForProof,
): { prompt: ProofPrompt | null; takesFocus: boolean; begin: (by: 'press' | 'field') => boolean } {
  const [begun, setBegun] = useState<'press' | 'field' | null>(null);
  // An action may change by its own success what the next one takes: a first passkey, what a second one does.
  const isDone = state.status === 'done';
  const [met, setMet] = useState(known);
  if (!isDone && met !== known) setMet(known);
  const asked = isDone && met === known ? null : known;
  const [answered, setAnswered] = useState(state);
  if (answered !== state) {
    setAnswered(state);
    if (isDone) setBegun(null);
  }

  useEffect(() => {
    const disclosure = form.current?.closest('details');
    if (!disclosure) return;
    const look = () => setBegun((before) => before ?? (disclosure.open ? 'field' : null));
    look();
    disclosure.addEventListener('toggle', look);
    return () => disclosure.removeEventListener('toggle', look);
  }, [form]);

  const isAsked = asks === 'at-once' || begun !== null;
  const refused = state.status === 'refused' ? (state.prompt ?? null) : null;
  return {
    prompt: refused ?? (isAsked ? asked : null),
    takesFocus: begun === 'press' || (state.status === 'refused' && isPrompt(state.code)),
    begin(by) {
      if (isAsked || asked === null || refused !== null) return false;
      setBegun(by);
      return true;
    },
  };
}

/** Whether a refusal says no more than that something is still to be proved. */
export function isPrompt(code: string): boolean {
  return code === 'step-up-required' || code === 'second-proof-required';
}
