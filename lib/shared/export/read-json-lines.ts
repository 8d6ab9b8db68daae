/** Reads JSON values, one a line, as they arrive. What follows the last line break is left out. @throws SyntaxError for a line that is no JSON */
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
