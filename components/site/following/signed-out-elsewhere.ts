/** Tabs of one browser share its session; they tell each other when it has ended. */
const CHANNEL = 'tessera-session';
const SIGNED_OUT = 'signed-out';

/** Tells the other tabs that this one has signed out. */
export function announceSignOut(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  const post = channel.postMessage.bind(channel);
  post(SIGNED_OUT);
  channel.close();
}

/** @returns a function that stops listening */
export function onSignedOut(listener: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }) => {
    if (data === SIGNED_OUT) listener();
  });
  return () => channel.close();
}
