import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { CodeReader } from './code-reader';

/** In milliseconds between two looks at the camera: often enough to feel immediate, seldom enough to stay cool. */
const INTERVAL = 80;
/** In milliseconds before the same text is handed over again; the camera sees a code many times. */
const REPEAT_AFTER = 3_000;

/**
 * Looks for codes in a video while it plays.
 * @param onText handed every text that is read, the same one at most every three seconds
 * @returns reads a picture with the same reader; false when there is no code in it
 */
export function useScanner(
  video: RefObject<HTMLVideoElement | null>,
  isPlaying: boolean,
  onText: (text: string) => void,
): (picture: Blob) => Promise<boolean> {
  const reader = useRef<CodeReader | null>(null);
  const handOver = useEffectEvent(onText);

  useEffect(() => {
    const made = new CodeReader();
    reader.current = made;
    return () => {
      reader.current = null;
      made.close();
    };
  }, []);

  useEffect(() => {
    if (!isPlaying) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    let last = { text: '', at: -REPEAT_AFTER };
    async function look(): Promise<void> {
      const element = video.current;
      if (element && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden) {
        const text = (await reader.current?.read('frame', await createImageBitmap(element))) ?? null;
        const now = performance.now();
        if (!isGone && text !== null && (text !== last.text || now - last.at > REPEAT_AFTER)) {
          last = { text, at: now };
          handOver(text);
        }
      }
      if (!isGone) timer = setTimeout(() => void look(), INTERVAL);
    }
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [video, isPlaying]);

  return async (picture) => {
    const bitmap = await createImageBitmap(picture).catch(() => null);
    const text = bitmap && ((await reader.current?.read('picture', bitmap)) ?? null);
    if (text === null) return false;
    onText(text);
    return true;
  };
}
