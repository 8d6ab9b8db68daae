import type { ServerResponse } from 'node:http';

/** The answers of a server that have been begun and not ended. */
export class AnswersUnderWay {
  private readonly ends = new Set<Promise<void>>();

  add(response: ServerResponse): void {
    const end = new Promise<void>((resolve) => {
      response.once('close', () => {
        this.ends.delete(end);
        resolve();
      });
    });
    this.ends.add(end);
  }

  /** Resolves when those under way now have ended. */
  async finish(): Promise<void> {
    await Promise.all(this.ends);
  }
}
