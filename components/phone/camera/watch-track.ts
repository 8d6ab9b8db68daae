/** In milliseconds between two looks at the picture. */
const LOOK_EVERY = 1_000;
/** In milliseconds. Even in the dark a camera delivers several pictures a second. */
const LONGEST_STANDSTILL = 4_000;
/** In milliseconds. A call, or another app beside this one, takes the camera for a moment. */
const LONGEST_SILENCE = 2_000;

export type Watched = {
  track: Pick<MediaStreamTrack, 'muted' | 'readyState' | 'addEventListener' | 'removeEventListener'>;
  /** Of the picture, in seconds; it stands still while no picture comes. */
  position: () => number;
};

/**
 * Notices a camera that stops delivering: systems end, mute or merely freeze it.
 * @param onMuted called with whether the system withholds the picture
 * @param onLost called once, when it does not come back by itself
 * @returns a function that stops watching
 */
export function watchTrack(
  { track, position }: Watched,
  { onMuted, onLost }: { onMuted: (isMuted: boolean) => void; onLost: () => void },
): () => void {
  let silence: ReturnType<typeof setTimeout> | undefined;
  let seen = { position: position(), for: 0 };

  function mute(): void {
    onMuted(true);
    silence ??= setTimeout(lose, LONGEST_SILENCE);
  }
  function unmute(): void {
    clearTimeout(silence);
    silence = undefined;
    onMuted(false);
  }
  function look(): void {
    const at = position();
    seen = at === seen.position ? { position: at, for: seen.for + LOOK_EVERY } : { position: at, for: 0 };
    // A muted one has a time limit of its own.
    if (seen.for >= LONGEST_STANDSTILL && silence === undefined) lose();
  }
  function lose(): void {
    stop();
    onLost();
  }
  function stop(): void {
    clearTimeout(silence);
    clearInterval(looking);
    track.removeEventListener('ended', lose);
    track.removeEventListener('mute', mute);
    track.removeEventListener('unmute', unmute);
  }

  const looking = setInterval(look, LOOK_EVERY);
  track.addEventListener('ended', lose);
  track.addEventListener('mute', mute);
  track.addEventListener('unmute', unmute);
  if (track.muted) mute();
  return stop;
}
