import { useEffect, useState } from 'react';
import { mayKeepCopies } from '@/lib/phone/copies/copy-passkey';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import type { Phone } from '../phone';
import { inBackground } from '@/components/site/feedback/perform';

/** Whether this website keeps copies of phones, and this browser has what a copy needs. False until both are known. */
export function useOffersCopies(phone: Phone): boolean {
  const [isOffered, setIsOffered] = useState(false);
  useEffect(() => {
    let isGone = false;
    async function ask(): Promise<void> {
      const offers = (await mayKeepCopies()) && (await offersCopies(phone));
      if (!isGone) setIsOffered(offers);
    }
    inBackground(ask());
    return () => {
      isGone = true;
    };
  }, [phone]);
  return isOffered;
}

async function offersCopies(phone: Phone): Promise<boolean> {
  try {
    return (await phone.gateway()).offersCopies === true;
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}
