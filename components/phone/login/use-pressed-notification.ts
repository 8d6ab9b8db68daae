import { useEffect, useEffectEvent } from 'react';

/** Hears from the service worker that a notification was pressed while the app is open. @param onPressed handed its request */
export function usePressedNotification(onPressed: (loginRequest: string) => void): void {
  const tell = useEffectEvent(onPressed);
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return undefined;
    const { serviceWorker } = navigator;
    const hear = ({ data }: MessageEvent<{ loginRequest?: unknown } | null>) => {
      if (typeof data?.loginRequest === 'string') tell(data.loginRequest);
    };
    serviceWorker.addEventListener('message', hear);
    return () => serviceWorker.removeEventListener('message', hear);
  }, []);
}
