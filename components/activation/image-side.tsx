import type { ActivationCredentials } from '@/lib/activation/activation-credentials';
import { Button } from '@/components/ui/button';
import { ImageCard } from './image-card';
import { OpenOnThisDevice } from './open-on-this-device';

/**
 * The image with a bigger view for phones that focus badly. On a phone that would have to scan itself, the link comes
 * first; there the image is as wide as the screen already.
 */
export function ImageSide({
  credentials,
  isBig,
  onSizeChange,
}: {
  credentials: ActivationCredentials | null;
  isBig: boolean;
  onSizeChange: (isBig: boolean) => void;
}) {
  return (
    <div className="grid gap-4">
      {credentials && (
        <div className="hidden justify-items-center gap-3 pointer-coarse:grid">
          <OpenOnThisDevice link={credentials.link} isProminent />
          <p className="text-ink-soft">or scan the image with another device</p>
        </div>
      )}
      <ImageCard image={credentials?.image ?? null} isBig={isBig} />
      <div className="hidden justify-center sm:flex">
        <Button variant={isBig ? 'secondary' : 'quiet'} aria-pressed={isBig} onClick={() => onSizeChange(!isBig)}>
          Bigger
        </Button>
      </div>
    </div>
  );
}
