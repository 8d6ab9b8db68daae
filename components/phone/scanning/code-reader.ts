import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import type { ReadAnswer, ReadRequest } from './code-reader-worker';

/** Reads codes in a worker, so that the screen stays smooth. The worker loads the decoder. */
export class CodeReader {
  readonly #worker = new Worker(new URL('./code-reader-worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, (code: ScannedCode | null) => void>();
  #number = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
      this.#waiting.get(data.number)?.(data.code);
      this.#waiting.delete(data.number);
    });
  }

  /**
   * @param kind `frame` is fast, for a camera; `picture` is thorough
   * @param bitmap transferred to the worker
   * @returns null when it has no readable code
   */
  async read(kind: ReadRequest['kind'], bitmap: ImageBitmap): Promise<ScannedCode | null> {
    const number = ++this.#number;
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
      this.#worker.postMessage({ number, kind, bitmap } satisfies ReadRequest, [bitmap]);
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
