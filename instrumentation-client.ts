import { patientFetch } from './components/forms/patient-fetch';

window.fetch = patientFetch(window.fetch.bind(window), {
  random: Math.random,
  now: () => performance.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});
