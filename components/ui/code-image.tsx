/**
 * A code for a phone's camera. Black on white whatever the theme: a phone that sees the colours turned round does not
 * read it.
 * @param image the dark modules as path data, one unit a module, and the modules along one side
 */
export function CodeImage({ name, image }: { name: string; image: { size: number; path: string } }) {
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${image.size} ${image.size}`}
      shapeRendering="crispEdges"
      className="block h-auto w-full bg-white scheme-light forced-color-adjust-none"
    >
      <path d={image.path} className="fill-black" />
    </svg>
  );
}
