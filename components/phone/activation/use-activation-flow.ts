import { useEffect, useReducer, type ActionDispatch, useRef } from 'react';
import {
  isActivating,
  reduceActivation,
  withdrawable,
  type ActivationFlow,
  type Connection,
  type FlowEvent,
} from '@/lib/phone/activation/activation-flow';
import { completeActivation, keepPendingActivation } from '@/lib/phone/activation/complete-activation';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { pinSite } from '@/lib/phone/site/pin-site';
import { untilAnswered } from '@/lib/phone/until-answered';
import type { Phone } from '../phone';
import { useLeavingNote } from '../use-leaving-note';
import type { PendingActivationStore } from '@/lib/phone/activation/pending-activation-store';
import { withdrawActivation, type Withdrawable } from '@/lib/phone/activation/withdraw-activation';

export type Dispatch = ActionDispatch<[FlowEvent]>;

/** Drives an activation: the states are `reduceActivation`'s, the connections are made here when a state asks for one. */
export function useActivationFlow(phone: Phone, start: ActivationFlow): [ActivationFlow, Dispatch] {
  const [flow, dispatch] = useReducer(
    (shown: ActivationFlow, event: FlowEvent) => reduceActivation(shown, event, phone.abilities),
    start,
  );
  const shown = flow.state === 'asking-to-cancel' ? flow.from : flow;
  const connection = shown.state === 'connecting' ? shown.connection : null;
  const preparing = shown.state === 'preparing' ? shown : null;
  const activating = shown.state === 'activating' ? shown : null;
  useLeavingNote(isActivating(flow) ? null : withdrawable(flow), () => dispatch({ type: 'interrupted' }));
  useWithdrawal(phone, flow, dispatch);

  useEffect(() => {
    if (!connection) return undefined;
    const giveUp = new AbortController();
    void report(dispatch, giveUp.signal, () => loadAndConnect(phone, connection, giveUp.signal));
    return () => giveUp.abort();
  }, [phone, connection]);

  useEffect(() => {
    if (!preparing) return undefined;
    const giveUp = new AbortController();
    const { linked, choices } = preparing;
    void report(dispatch, giveUp.signal, async () => {
      const pending = await keepPendingActivation(phone, linked, choices, new Date(), giveUp.signal);
      return { type: 'prepared', pending };
    });
    return () => giveUp.abort();
  }, [phone, preparing]);

  useEffect(() => {
    if (!activating) return;
    const { pending, open, isRepeated } = activating;
    const instanceKey = open?.instanceKey ?? null;
    const notify = open?.wantsNotifications ? open.instanceKey : null;
    void report(dispatch, null, async () => {
      const completed = await completeActivation(phone, pending, { isRepeated, notify });
      if (!completed.ok) return { type: 'refused', failure: completed.refusal };
      // Before success is shown, so that the very next image is judged by it.
      await pinSite({ origin: window.location.origin, pins: phone.pins });
      return { type: 'activated', account: completed.value, instanceKey };
    });
  }, [phone, activating]);

  return [flow, dispatch];
}

/** The scan screen does without the cryptography of it. @throws GatewayFailure when it cannot be loaded, or is failed */
async function loadAndConnect(phone: Phone, connection: Connection, signal: AbortSignal): Promise<FlowEvent> {
  const loaded = await import('./connect').catch((cause: unknown) => {
    throw new GatewayFailure('unreachable', { cause });
  });
  return untilAnswered(() => loaded.connect(phone, connection, signal), signal);
}

/** Runs a connection and reports how it went, unless it was given up meanwhile. */
async function report(dispatch: Dispatch, signal: AbortSignal | null, work: () => Promise<FlowEvent>): Promise<void> {
  let event: FlowEvent;
  try {
    event = await work();
  } catch (error) {
    if (error instanceof GatewayFailure) event = { type: 'gateway-failed', failure: error.code };
    else if (signal?.aborted) return;
    else if (error instanceof DOMException) event = { type: 'refused', failure: 'storage-failed' };
    else throw error;
  }
  if (!signal?.aborted) dispatch(event);
}

/** Takes the registration back from the gateway, and forgets it, when the activation has ended without an account. */
function useWithdrawal(
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
