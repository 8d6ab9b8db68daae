import { useEffect, useRef } from 'react';
import { withdrawable, type ActivationFlow, type FlowEvent } from '@/lib/phone/activation/activation-flow';
import type { PendingActivationStore } from '@/lib/phone/activation/pending-activation-store';
import { withdrawActivation, type Withdrawable } from '@/lib/phone/activation/withdraw-activation';

/** Takes the registration back from the gateway, and forgets it, when the activation has ended without an account. */
export function useWithdrawal(
  { pending }: { pending: PendingActivationStore },
  flow: ActivationFlow,
  dispatch: (event: FlowEvent) => void,
): void {
  const held = useRef<Withdrawable | null>(null);
  useEffect(() => {
    const registration = withdrawable(flow);
    const given = held.current;
    held.current = registration;
    if (registration || !given || flow.state === 'activated') return;
    void pending.erase();
    void withdrawActivation(given).then((isHeard) => dispatch({ type: 'withdrawn', isHeard }));
  }, [pending, flow, dispatch]);
}
