/** Parses JSON lines as they arrive, and ignores an unfinished last line. @throws SyntaxError for a malformed line */
export async function* readJsonLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<unknown, void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let unfinished = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (unfinished + value).split('\n');
      unfinished = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line);
    }
  } finally {
    await reader.cancel();
  }
}
