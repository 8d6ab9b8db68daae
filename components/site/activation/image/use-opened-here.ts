import { useEffect } from 'react';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import { OPENED_HERE } from '@/lib/shared/codes/app-link';

/** Goes on to the app where the person has just pressed "Activate this phone": once, so that "back" leads to this page. */
export function useOpenedHere(credentials: ActivationCredentials | null): void {
  const link = credentials?.activationType === 'online' ? credentials.ownApp?.link : undefined;
  useEffect(() => {
    if (link === undefined || window.location.hash !== OPENED_HERE) return;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    window.location.assign(link);
  }, [link]);
}
