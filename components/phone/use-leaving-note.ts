import { useEffect, useEffectEvent } from 'react';
import { withdrawActivationOnLeaving, type Withdrawable } from '@/lib/phone/activation/withdraw-activation';

/** In the tab's own storage, which a reload keeps: the registration to give up, without its password. */
const NOTE = 'authenticator-activation';

/**
 * What an activation needs is in memory alone, so a page that goes away in the middle ends it. The gateway is told, but
 * browsers may drop what a page sends while it goes; so a page that comes back finds a note and tells it again.
 * @param onReturn called when the browser brings the page back as it was
 */
export function useLeavingNote(registration: Withdrawable | null, onReturn: () => void): void {
  const comeBack = useEffectEvent(onReturn);
  useEffect(() => {
    if (!registration) return undefined;
    const { gateway, payload } = registration;
    const { registrationIdentifier } = payload;
    sessionStorage.setItem(
      NOTE,
      JSON.stringify({ gateway, payload: { registrationIdentifier } } satisfies Withdrawable),
    );
    const withdraw = () => withdrawActivationOnLeaving(registration);
    const look = ({ persisted }: PageTransitionEvent) => {
      if (persisted) comeBack();
    };
    window.addEventListener('pagehide', withdraw);
    window.addEventListener('pageshow', look);
    return () => {
      window.removeEventListener('pageshow', look);
      window.removeEventListener('pagehide', withdraw);
      sessionStorage.removeItem(NOTE);
    };
  }, [registration]);
}

/** The activation that was cut off when this page went away; asking again answers null. */
export function takeLeavingNote(): Withdrawable | null {
  const note = sessionStorage.getItem(NOTE);
  sessionStorage.removeItem(NOTE);
  return note === null ? null : (JSON.parse(note) as Withdrawable);
}
