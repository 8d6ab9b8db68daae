import type { FormState } from '@/lib/shared/form-state';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { refusalWords, type RefusalCode } from '@/components/forms/refusal-words';

/** Asks for no confirmation, because a new image costs as little. */
export function CancelForm({
  activationId,
  state,
  action,
}: {
  activationId: string;
  state: FormState<RefusalCode>;
  action: (formData: FormData) => void;
}) {
  return (
    <form action={action} className="grid justify-items-start gap-3">
      <input type="hidden" name="activationId" value={activationId} />
      {state.status === 'refused' && (
        <Notice tone="error" role="alert">
          {refusalWords(state.code)}
        </Notice>
      )}
      <SubmitButton variant="secondary">Cancel activation</SubmitButton>
    </form>
  );
}
