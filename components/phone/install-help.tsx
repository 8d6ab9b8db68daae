import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { t, type Message } from '@/lib/language/t';
import { readAppPlace, type Platform } from '@/lib/shared/app-place';

/** Chromium's offer to install the app; missing in the DOM's types. */
type InstallPrompt = Event & { prompt: () => Promise<unknown> };

const STEPS = {
  ios: 'Tap Share, then “Add to Home Screen”. Do this before you activate: the app on the home screen keeps accounts of its own.',
  android: 'Open the browser’s menu and tap “Add to Home screen”.',
  other: null,
} as const satisfies Record<Platform, Message | null>;

/**
 * How to put the app on the Home Screen: a button where the browser offers it, else the steps; nothing once it is there.
 * @param onlyApple where it matters before an activation: elsewhere the app has the browser's accounts
 */
export function InstallHelp({ onlyApple = false }: { onlyApple?: boolean }) {
  const [prompt, setPrompt] = useState(() => (window as { installPrompt?: InstallPrompt }).installPrompt ?? null);
  useEffect(() => {
    const hear = (event: Event) => setPrompt(event as InstallPrompt);
    const forget = () => setPrompt(null);
    window.addEventListener('beforeinstallprompt', hear);
    window.addEventListener('appinstalled', forget);
    return () => {
      window.removeEventListener('beforeinstallprompt', hear);
      window.removeEventListener('appinstalled', forget);
    };
  }, []);

  const { platform, isInstalled } = readAppPlace(window);
  const steps = STEPS[platform];
  if (onlyApple && platform !== 'ios') return null;
  if (isInstalled || (!prompt && steps === null)) return null;
  return (
    <Card>
      <h2 className="font-semibold">{t('Add this app to your home screen')}</h2>
      <p className="mt-1 text-ink-soft">
        {prompt ? t('It then opens like any other app, also without a network.') : steps && t(steps)}
      </p>
      {prompt && (
        <div className="mt-3">
          <Button onClick={() => void prompt.prompt()}>{t('Add to Home Screen')}</Button>
        </div>
      )}
    </Card>
  );
}
