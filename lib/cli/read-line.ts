import { createInterface } from 'node:readline';

/** The next line of standard input; empty when there is none. */
export async function readLine(): Promise<string> {
  if (process.stdin.readableEnded) return '';
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    return line.trim();
  }
  return '';
}
