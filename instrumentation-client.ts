import { getNavigationBuildId } from 'next/dist/client/navigation-build-id';
import { nextFetch } from './components/forms/next-fetch';
import { pause } from './lib/shared/async/pause';

window.fetch = nextFetch(window.fetch.bind(window), getNavigationBuildId, {
  random: Math.random,
  now: () => performance.now(),
  pause,
});
