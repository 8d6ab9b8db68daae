import type { ActivationCredentials } from '@/lib/activation/activation-credentials';
import { CodeImage } from '@/components/ui/code-image';

/** The white card; as wide as a narrow screen, and never darkened by a theme. */
export function ImageCard({ image, isBig }: { image: ActivationCredentials['image'] | null; isBig: boolean }) {
  return (
    <div
      className={`-mx-4 overflow-hidden border-line bg-white scheme-light forced-color-adjust-none min-[24rem]:mx-auto min-[24rem]:w-full min-[24rem]:rounded-card min-[24rem]:border ${isBig ? 'max-w-[min(100%,80vh)]' : 'max-w-88'}`}
    >
      {image ? <CodeImage name="Activation image" image={image} /> : <ImagePlaceholder />}
    </div>
  );
}

function ImagePlaceholder() {
  return (
    <div className="grid aspect-square place-items-center p-6 text-center text-black">
      <p className="animate-pulse motion-reduce:animate-none">Loading the image…</p>
      <noscript>
        Switch JavaScript on to see the image: it is never part of the page itself, so that it cannot stay behind.
      </noscript>
    </div>
  );
}
