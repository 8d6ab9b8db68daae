import { ActionForm } from '@/components/forms/action-form';
import { InlineConfirm } from '@/components/ui/inline-confirm';
import { freezeAction } from './actions';

/** For somebody who fears that a stranger has their password or phone. */
export function FreezeEverything() {
  return (
    <>
      <h2 className="mb-2 text-xl font-semibold">Freeze everything</h2>
      <p className="mb-5 text-ink-soft">
        Locks all your devices, signs you out everywhere and stops new activations. Only the helpdesk can lift it: they
        check that it’s you, and two of them decide.
      </p>
      <InlineConfirm label="Freeze everything" variant="danger">
        <p>Nobody can sign in as you until the helpdesk lifts it, and neither can you. Have their number at hand.</p>
        <ActionForm
          action={freezeAction}
          stepUp="never"
          submit="Freeze my account"
          variant="danger"
          pendingText="Freezing…"
          pageWords="Everything is frozen. Call the helpdesk when you want to go on."
        />
      </InlineConfirm>
    </>
  );
}
