import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchTrack } from '@/components/phone/camera/watch-track';
import { SECOND } from '@/lib/shared/time/duration';
import { PlayedTrack } from './played-cameras';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch(track = new PlayedTrack('Back Camera', '1')) {
  const heard: string[] = [];
  const stop = watchTrack(
    { track, position: () => (track.isFrozen ? 0 : performance.now()) },
    { onMuted: (isMuted) => heard.push(isMuted ? 'muted' : 'heard again'), onLost: () => heard.push('lost') },
  );
  return { track, heard, stop };
}

test('a camera that delivers is left alone, however long', () => {
  const { heard } = watch();
  vi.advanceTimersByTime(600 * SECOND);
  expect(heard).toEqual([]);
});

test('a track that the system ends is lost, once', () => {
  const { track, heard } = watch();
  track.end();
  track.end();
  vi.advanceTimersByTime(60 * SECOND);
  expect(heard).toEqual(['lost']);
});

test('a track that is muted for a moment comes back by itself', () => {
  const { track, heard } = watch();
  track.mute(true);
  vi.advanceTimersByTime(SECOND);
  track.mute(false);
  vi.advanceTimersByTime(60 * SECOND);
  expect(heard).toEqual(['muted', 'heard again']);
});

test('a track that stays muted is lost after two seconds, also when it began so', () => {
  const begun = new PlayedTrack('Back Camera', '1');
  begun.muted = true;
  const { heard } = watch(begun);
  vi.advanceTimersByTime(2 * SECOND);
  expect(heard).toEqual(['muted', 'lost']);
});

test('a picture that stands still for four seconds is lost, though its track says that it is live', () => {
  const { track, heard } = watch();
  vi.advanceTimersByTime(3 * SECOND);
  track.isFrozen = true;
  vi.advanceTimersByTime(4 * SECOND);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(SECOND);
  expect(heard).toEqual(['lost']);
});

test('a camera that is no longer watched is not heard', () => {
  const { track, heard, stop } = watch();
  track.mute(true);
  stop();
  track.end();
  track.isFrozen = true;
  vi.advanceTimersByTime(60 * SECOND);
  expect(heard).toEqual(['muted']);
});
