import { PhoneScreen } from './phone-screen';

const WORDS = {
  opening: { title: 'Authenticator', text: 'Opening…' },
  'no-storage': {
    title: 'This browser keeps nothing',
    text: 'The authenticator needs to store your accounts on this phone. Leave the private window, or allow this site to store data, and open the app again.',
  },
  replaced: {
    title: 'A newer version is open',
    text: 'The app was updated in another tab. Close this one, or load it again.',
  },
};

/** Before the store is open, and when it cannot be. */
export function OpeningScreen({ state }: { state: keyof typeof WORDS }) {
  const { title, text } = WORDS[state];
  return <PhoneScreen title={title} lead={text} back={null} takesFocus={state !== 'opening'} />;
}
