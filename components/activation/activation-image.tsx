import type { ActivationCredentials } from '@/lib/activation/activation-credentials';

/** Black on white whatever the theme: a phone that sees the colours turned round does not read it. */
export function ActivationImage({ image }: { image: ActivationCredentials['image'] }) {
  return (
    <svg
      role="img"
      aria-label="Activation image"
      viewBox={`0 0 ${image.size} ${image.size}`}
      shapeRendering="crispEdges"
      className="block h-auto w-full bg-white scheme-light forced-color-adjust-none"
    >
      <path d={image.path} className="fill-black" />
    </svg>
  );
}
