import 'server-only';
import { services } from '../../composition/compose';
import { utf8 } from '../../shared/bytes';

/** Sends text while it is made, and no faster than it is taken. A reader that goes away ends the making. */
export function streamText(parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(utf8(value));
      } catch (error) {
        // The answer has begun, so that all there is to do is to break it off.
        (await services()).logger.error({ err: error }, 'an answer broke off');
        controller.error(error);
      }
    },
    async cancel() {
      await parts.return();
    },
  });
}
