import { patientFetch } from './components/forms/patient-fetch';
import { pause } from './lib/shared/async/pause';

window.fetch = patientFetch(window.fetch.bind(window), {
  random: Math.random,
  now: () => performance.now(),
  pause,
});
