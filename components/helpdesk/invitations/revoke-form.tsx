'use client';

import { useActionState, useState, type MouseEvent } from 'react';
import { refusalWords, type RefusalCode } from '@/components/forms/refusal-words';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE, type FormAction, type FormState } from '@/lib/shared/form-state';

/** Asks for confirmation, because a user who is in the middle of activating would have to call again. */
export function RevokeForm({ invitationId, action }: { invitationId: string; action: FormAction<RefusalCode> }) {
  const [state, dispatch] = useActionState<FormState<RefusalCode>, FormData>(action, IDLE);
  const [isAsking, setIsAsking] = useState(false);

  function ask(event: MouseEvent): void {
    event.preventDefault();
    setIsAsking(true);
  }

  return (
    <form action={dispatch} className="grid justify-items-start gap-3">
      <input type="hidden" name="invitationId" value={invitationId} />
      {state.status === 'refused' && (
        <Notice tone="error" role="alert">
          {refusalWords(state.code)}
        </Notice>
      )}
      {isAsking ? (
        <div className="grid gap-3 rounded-card border border-line-strong bg-surface p-5">
          <p role="status">The link stops working at once, and so does an image that it has led to.</p>
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger">Revoke invitation</SubmitButton>
            <Button onClick={() => setIsAsking(false)}>Keep it</Button>
          </div>
        </div>
      ) : (
        <Button type="submit" onClick={ask}>
          Revoke invitation
        </Button>
      )}
    </form>
  );
}
