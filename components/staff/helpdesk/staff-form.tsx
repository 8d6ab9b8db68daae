'use client';

import { createContext, useContext } from 'react';
import { WordedForm, type ActionFormProps } from '@/components/site/forms/action-form';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { staffRefusalWords, type StaffRefusalCode } from './staff-refusal-words';

/** What a member of staff has to prove before they widen anybody's access. */
export const DecisionProof = createContext<ProofPrompt | null>(null);

/** Form for a server action of the staff area. @property decides whether the action widens access */
export function StaffForm({ decides = false, ...props }: ActionFormProps<StaffRefusalCode> & { decides?: boolean }) {
  const proof = useContext(DecisionProof);
  return (
    <WordedForm<StaffRefusalCode>
      {...props}
      proof={decides ? proof : null}
      asks="when-used"
      words={staffRefusalWords}
    />
  );
}
