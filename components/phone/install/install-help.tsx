import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Card } from '@/components/ui/card';
import { t } from '@/lib/shared/language/t';
import { readAppPlace } from '@/lib/shared/app-place';
import { perform } from '../perform';

/** Chromium's offer to install the app; missing in the DOM's types. */
type InstallPrompt = Event & { prompt: () => Promise<unknown> };

/**
 * How to put the app on the home screen: a button where the browser offers it, else the step on Android; nothing once it is
 * there. On iOS it comes first (`InstallFirstScreen`).
 */
export function InstallHelp() {
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
  if (isInstalled || (!prompt && platform !== 'android')) return null;
  return (
    <Card>
      <h2 className="font-semibold">{t('Add this app to your home screen')}</h2>
      <p className="mt-1 text-ink-soft">
        {prompt
          ? t('It then opens like any other app, also without a network.')
          : t('Open the browser’s menu and tap “Add to Home screen”.')}
      </p>
      {prompt && (
        <div className="mt-3">
          <Button onClick={() => perform(prompt.prompt())}>{t('Add to Home Screen')}</Button>
        </div>
      )}
    </Card>
  );
}
