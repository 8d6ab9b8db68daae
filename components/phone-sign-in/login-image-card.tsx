import { SiteMark } from '@/components/layout/site-mark';
import { CodeImage } from '@/components/ui/code-image';
import type { ShownPhoneSignIn } from './phone-sign-in-start';

/**
 * The white card with the image, or what stands in its place before there is one and once nobody must read it any more:
 * low on a small screen, so that the number below is seen.
 */
export function LoginImageCard({ image, children }: { image: ShownPhoneSignIn['image'] | null; children: string }) {
  if (image) {
    return (
      <div className="-mx-4 max-w-88 overflow-hidden border-line bg-white scheme-light forced-color-adjust-none min-[24rem]:mx-auto min-[24rem]:w-full min-[24rem]:rounded-card min-[24rem]:border">
        <CodeImage name="Sign-in image" image={image} />
      </div>
    );
  }
  return (
    <div className="grid w-full max-w-88 content-center justify-items-center gap-4 rounded-card border border-line bg-surface p-8 text-center min-[24rem]:mx-auto md:aspect-square">
      <SiteMark className="size-16" />
      <p className="text-lg">{children}</p>
    </div>
  );
}
