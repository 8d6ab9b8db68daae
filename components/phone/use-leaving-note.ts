import { useEffect, useEffectEvent } from 'react';
import { withdrawActivationOnLeaving, type Withdrawable } from '@/lib/phone/activation/withdraw-activation';

/** Key in session storage, which survives a reload: the registration to withdraw, without its password. */
const NOTE = 'authenticator-activation';

/**
 * Withdraws an activation when its page goes away, because its state is in memory alone. Browsers may drop requests during
 * `pagehide`, so a note in session storage lets the reloaded page withdraw again.
 * @param onReturn called when the browser restores the page from its back-forward cache
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

/** Takes the note of an activation that ended with its page. @returns null for none */
export function takeLeavingNote(): Withdrawable | null {
  const note = sessionStorage.getItem(NOTE);
  sessionStorage.removeItem(NOTE);
  return note === null ? null : (JSON.parse(note) as Withdrawable);
}
