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
 * @param known what the page knows to be missing
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
    prompt: state.status === 'done' ? null : (refused ?? (isAsked ? known : null)),
    takesFocus: begun === 'press' || (state.status === 'refused' && isPrompt(state.code)),
    begin(by) {
      if (isAsked || known === null || refused !== null) return false;
      setBegun(by);
      return true;
    },
  };
}

/** Whether a refusal says no more than that something is still to be proved. */
export function isPrompt(code: string): boolean {
  return code === 'step-up-required' || code === 'second-proof-required';
}
