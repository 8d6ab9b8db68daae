import { useEffect, useRef } from 'react';
import { withdrawable, type ActivationFlow, type FlowEvent } from '@/lib/authenticator-app/activation-flow';
import type { Begun } from '@/lib/authenticator-app/activation-steps';
import { withdrawActivation } from '@/lib/authenticator-app/withdraw-activation';

/** Takes the registration back from the gateway when the activation has ended without an account. */
export function useWithdrawal(flow: ActivationFlow, dispatch: (event: FlowEvent) => void): void {
  const held = useRef<Begun | null>(null);
  useEffect(() => {
    const registration = withdrawable(flow);
    const given = held.current;
    held.current = registration;
    if (registration || !given || flow.state === 'activated') return;
    void withdrawActivation(given).then((isHeard) => dispatch({ type: 'withdrawn', isHeard }));
  }, [flow, dispatch]);
}
