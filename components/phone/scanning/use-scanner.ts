import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import { SignatureTimeout } from '@/lib/phone/site/signature-timeout';
import { CodeReader } from './code-reader';
import { inBackground } from '@/components/site/feedback/perform';

/** In milliseconds between two frames: short enough to feel immediate, long enough to keep the phone cool. */
const INTERVAL = 80;
/** In bytes. Phones make photos of a third of it; what is larger may take more memory than a phone has. */
const LARGEST_PICTURE = 30 * 1_024 * 1_024;

export type PictureProblem = 'too-large' | 'unreadable' | 'no-code';

/** In milliseconds before the same text counts again, because the camera sees a code many times. */
const REPEAT_AFTER = 3_000;

/**
 * Scans a video for codes while it plays.
 * @param onCode called for each code; for the same text at most every three seconds
 * @returns a function that reads a picture instead; it resolves to null when a code was found
 */
export function useScanner(
  video: RefObject<HTMLVideoElement | null>,
  isPlaying: boolean,
  onCode: (code: ScannedCode) => void,
): (picture: Blob) => Promise<PictureProblem | null> {
  const reader = useRef<CodeReader | null>(null);
  const handOver = useEffectEvent(onCode);

  useEffect(() => {
    const codeReader = new CodeReader();
    reader.current = codeReader;
    return () => {
      reader.current = null;
      codeReader.close();
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
        const scannedCode = (await reader.current?.read('frame', await createImageBitmap(element))) ?? null;
        const now = performance.now();
        const code = scannedCode && timeout.offer(scannedCode, now);
        if (!isGone && code && (code.text !== last.text || now - last.at > REPEAT_AFTER)) {
          last = { text: code.text, at: now };
          handOver(code);
        }
      }
      if (!isGone) timer = setTimeout(() => inBackground(look()), INTERVAL);
    }
    inBackground(look());
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [video, isPlaying]);

  return async (picture) => {
    if (picture.size > LARGEST_PICTURE) return 'too-large';
    // Upright, as the photo's EXIF data say: that is the default of every engine.
    const bitmap = await createImageBitmap(picture).catch(() => null);
    if (!bitmap) return 'unreadable';
    const code = (await reader.current?.read('picture', bitmap)) ?? null;
    if (code === null) return 'no-code';
    onCode(code);
    return null;
  };
}
