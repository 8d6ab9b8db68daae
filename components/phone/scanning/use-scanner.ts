import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import { SignatureTimeout } from '@/lib/phone/site/signature-timeout';
import { CodeReader } from './code-reader';

/** In milliseconds between two looks at the camera: often enough to feel immediate, seldom enough to stay cool. */
const INTERVAL = 80;
/** In milliseconds before the same text is handed over again; the camera sees a code many times. */
const REPEAT_AFTER = 3_000;

/**
 * Looks for codes in a video while it plays.
 * @param onCode handed every code that is read, one of the same text at most every three seconds
 * @returns reads a picture with the same reader; false when there is no code in it
 */
export function useScanner(
  video: RefObject<HTMLVideoElement | null>,
  isPlaying: boolean,
  onCode: (code: ScannedCode) => void,
): (picture: Blob) => Promise<boolean> {
  const reader = useRef<CodeReader | null>(null);
  const handOver = useEffectEvent(onCode);

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
    const timeout = new SignatureTimeout();
    let last = { text: '', at: -REPEAT_AFTER };
    async function look(): Promise<void> {
      const element = video.current;
      if (element && element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden) {
        const seen = (await reader.current?.read('frame', await createImageBitmap(element))) ?? null;
        const now = performance.now();
        const code = seen && timeout.offer(seen, now);
        if (!isGone && code && (code.text !== last.text || now - last.at > REPEAT_AFTER)) {
          last = { text: code.text, at: now };
          handOver(code);
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
    const code = bitmap && ((await reader.current?.read('picture', bitmap)) ?? null);
    if (code === null) return false;
    onCode(code);
    return true;
  };
}
