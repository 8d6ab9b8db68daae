import { useEffect, useReducer, type ActionDispatch, useRef } from 'react';
import { reduceActivation, type FlowEvent } from '@/lib/phone/activation/activation-flow';
import { isActivating, withdrawable, type ActivationFlow } from '@/lib/phone/activation/activation-states';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { loadScript } from '../load-script';
import type { Phone } from '../phone';
import { useLeavingNote } from '../use-leaving-note';
import type { PendingActivationStore } from '@/lib/phone/activation/pending-activation-store';
import { withdrawActivation, type Withdrawable } from '@/lib/phone/activation/withdraw-activation';
import type * as RunActivation from './run-activation';
import { inBackground } from '@/components/site/feedback/perform';

export type Dispatch = ActionDispatch<[FlowEvent]>;

/** Runs an activation: `reduceActivation` moves its states, and `run-activation.ts` does what a state asks for. */
export function useActivationFlow(phone: Phone, start: ActivationFlow): [ActivationFlow, Dispatch] {
  const [flow, dispatch] = useReducer(
    (visibleFlow: ActivationFlow, event: FlowEvent) => reduceActivation(visibleFlow, event, phone.abilities),
    start,
  );
  const visible = flow.state === 'asking-to-cancel' ? flow.from : flow;
  const connection = visible.state === 'connecting' ? visible.connection : null;
  const preparing = visible.state === 'preparing' ? visible : null;
  const activating = visible.state === 'activating' ? visible : null;
  useLeavingNote(isActivating(flow) ? null : withdrawable(flow), () => dispatch({ type: 'interrupted' }));
  useWithdrawal(phone, flow, dispatch);

  useEffect(() => {
    if (!connection) return undefined;
    const giveUp = new AbortController();
    const { signal } = giveUp;
    inBackground(report(dispatch, signal, ({ connect }) => connect(phone, connection, signal)));
    return () => giveUp.abort();
  }, [phone, connection]);

  useEffect(() => {
    if (!preparing) return undefined;
    const giveUp = new AbortController();
    const { signal } = giveUp;
    inBackground(report(dispatch, signal, ({ prepare }) => prepare(phone, preparing.linked, preparing.choice, signal)));
    return () => giveUp.abort();
  }, [phone, preparing]);

  useEffect(() => {
    if (activating) inBackground(report(dispatch, null, ({ activate }) => activate(phone, activating)));
  }, [phone, activating]);

  return [flow, dispatch];
}

/** Does what a state asks for and dispatches the event that it leads to, unless the signal has aborted. */
async function report(
  dispatch: Dispatch,
  signal: AbortSignal | null,
  work: (run: typeof RunActivation) => Promise<FlowEvent>,
): Promise<void> {
  let event: FlowEvent;
  try {
    event = await work(await loadScript(() => import('./run-activation')));
  } catch (error) {
    if (error instanceof GatewayFailure) event = { type: 'gateway-failed', failure: error.code };
    else if (signal?.aborted) return;
    else if (error instanceof DOMException) event = { type: 'refused', failure: 'storage-failed' };
    else throw error;
  }
  if (!signal?.aborted) dispatch(event);
}

/** Withdraws the registration when the activation ends without an account. */
function useWithdrawal(
  { pending }: { pending: PendingActivationStore },
  flow: ActivationFlow,
  dispatch: (event: FlowEvent) => void,
): void {
  const registrationHeld = useRef<Withdrawable | null>(null);
  useEffect(() => {
    const registration = withdrawable(flow);
    const withdrawn = registrationHeld.current;
    registrationHeld.current = registration;
    if (registration || !withdrawn || flow.state === 'activated') return;
    inBackground(pending.erase());
    inBackground(withdrawActivation(withdrawn).then((isHeard) => dispatch({ type: 'withdrawn', isHeard })));
  }, [pending, flow, dispatch]);
}
