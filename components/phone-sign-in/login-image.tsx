import type { ShownPhoneSignIn } from './phone-sign-in-start';

/** Black on white whatever the theme: a phone that sees the colours turned round does not read it. */
export function LoginImage({ image }: Pick<ShownPhoneSignIn, 'image'>) {
  return (
    <svg
      role="img"
      aria-label="Sign-in image"
      viewBox={`0 0 ${image.size} ${image.size}`}
      shapeRendering="crispEdges"
      className="block h-auto w-full bg-white scheme-light forced-color-adjust-none"
    >
      <path d={image.path} className="fill-black" />
    </svg>
  );
}
