'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { siteHasChanged } from '@/components/site/following/site-has-changed';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { FailureScreen } from './failure-screen';
import { LoadNewVersionButton } from './load-new-version-button';
import { PhoneScreen } from './phone-screen';
import { t } from '@/lib/shared/language/t';

/**
 * Loads screens on first use. Loading may fail: without a network before the service worker has stored them, or when the
 * website serves a newer version.
 * @param load must be the same function on each render
 */
export function LoadedScreens<Module extends object>({
  load,
  onClose,
  children,
}: {
  load: () => Promise<Module>;
  onClose: () => void;
  children: (loaded: Module) => ReactNode;
}) {
  const [loaded, setLoaded] = useState<Module | 'loading' | 'failed' | 'outdated'>('loading');

  useEffect(() => {
    if (loaded !== 'loading') return undefined;
    let isGone = false;
    const show = (result: Module | 'failed' | 'outdated') => {
      if (!isGone) setLoaded(result);
    };
    load().then(show, async () => show((await siteHasChanged()) ? 'outdated' : 'failed'));
    return () => {
      isGone = true;
    };
  }, [load, loaded]);

  if (loaded === 'loading') return <PhoneScreen key="loading" title={t('One moment')} />;
  if (loaded === 'outdated')
    return (
      <PhoneScreen
        key="outdated"
        title={t('The app has been updated')}
        lead={t('Load the new version, then do this again. Your accounts stay on this phone.')}
        back={onClose}
        actions={
          <>
            <LoadNewVersionButton />
            <Button variant="quiet" onClick={onClose}>
              {t(phoneAppNames.close)}
            </Button>
          </>
        }
      />
    );
  if (loaded !== 'failed') return children(loaded);
  return (
    <FailureScreen
      key="failed"
      title={t('This screen could not be loaded')}
      lead={t(
        'It isn’t saved on this phone yet. Check that this phone is online and try again. If that doesn’t help, close the app and open it again.',
      )}
      again={{ name: t(phoneAppNames.tryAgain), onPress: () => setLoaded('loading') }}
      onClose={onClose}
    />
  );
}
