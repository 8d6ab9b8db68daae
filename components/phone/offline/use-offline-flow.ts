import { useEffect, useReducer, type ActionDispatch } from 'react';
import { beginOffline } from '@/lib/phone/offline/offline-images';
import { storeOfflineAccount } from '@/lib/phone/offline/finish-offline';
import {
  reduceOffline,
  startOffline,
  type OfflineEvent,
  type OfflineFlow,
  type OfflineStart,
} from '@/lib/phone/offline/offline-flow';
import { askToKeep } from '@/lib/shared/keeping';
import type { Phone } from '../phone';
import { inBackground } from '@/components/site/feedback/perform';

export type OfflineDispatch = ActionDispatch<[OfflineEvent]>;

/** Runs an offline activation: `reduceOffline` moves its states, and this does what a state asks for. */
export function useOfflineFlow(phone: Phone, start: OfflineStart): [OfflineFlow, OfflineDispatch] {
  const [flow, dispatch] = useReducer(
    (offlineFlow: OfflineFlow, event: OfflineEvent) => reduceOffline(offlineFlow, event, phone.abilities.hasBiometrics),
    start,
    startOffline,
  );

  useEffect(() => {
    switch (flow.state) {
      case 'beginning':
        inBackground(
          report(dispatch, async () => {
            const pending = await beginOffline(flow.message, phone.random, new Date());
            await phone.offline.keep({ stage: 'device-code', ...pending });
            return { type: 'begun', begun: pending };
          }),
        );
        return;
      case 'storing':
        // Not awaited: a browser may ask its user.
        inBackground(askToKeep(window));
        inBackground(
          report(dispatch, async () => {
            const result = await storeOfflineAccount(phone, flow.linked, flow.choice, new Date());
            return result.ok ? { type: 'stored', ...result.value } : { type: 'failed', failure: result.refusal };
          }),
        );
        return;
      case 'removing':
        inBackground(
          report(dispatch, async () => {
            await phone.store.remove(flow.signed.instanceId);
            await phone.offline.erase();
            return { type: 'removed' };
          }),
        );
        return;
      case 'cancelled':
        inBackground(phone.offline.erase());
        return;
      case 'confirming':
      case 'showing-device-code':
      case 'scanning-second':
      case 'choosing-pin':
      case 'choosing-biometrics':
      case 'asking-to-cancel':
      case 'showing-signature':
      case 'asking-to-remove':
      case 'failed':
      case 'removed':
    }
  }, [phone, flow]);

  return [flow, dispatch];
}

async function report(dispatch: OfflineDispatch, work: () => Promise<OfflineEvent>): Promise<void> {
  try {
    dispatch(await work());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    dispatch({ type: 'failed', failure: 'storage-failed' });
  }
}
