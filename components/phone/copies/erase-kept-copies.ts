import { useEffect, useRef } from 'react';
import type { Account } from '@/lib/phone/accounts/account';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { loadScript } from '../load-script';
import type { Phone } from '../phone';
import { inBackground } from '@/components/site/feedback/perform';

/** Loaded when there is a copy to erase, because the scan screen does not need it. */
const loadServices = () => loadScript(() => import('@/lib/phone/copies/copy-services'));

/** Erases the copy of a key that this phone has erased, or that opens with an old PIN. Without an answer it stays. */
export async function eraseKeptCopy(
  phone: Phone,
  { instanceId, copy }: Pick<Account, 'instanceId' | 'copy'>,
): Promise<void> {
  if (!copy) return;
  try {
    const { eraseCopy } = await loadServices();
    if (await eraseCopy(await phone.gateway(), instanceId, copy.eraseToken)) await phone.store.forgetCopy(instanceId);
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
  }
}

/** Erases the copies of accounts that wrong PINs have wiped: at once, and each time the app is opened until it is done. */
export function useErasedCopies(phone: Phone, accounts: readonly Account[]): void {
  const begun = useRef(new Set<string>());
  useEffect(() => {
    for (const account of accounts) {
      if (account.state !== 'wiped' || !account.copy || begun.current.has(account.instanceId)) continue;
      begun.current.add(account.instanceId);
      inBackground(eraseKeptCopy(phone, account));
    }
  }, [phone, accounts]);
}
