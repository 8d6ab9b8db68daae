/**
 * A code for a phone's camera. On white whatever the theme: a phone that sees the colours turned round does not read it.
 * @param image modules along one side, and for each colour its modules as path data, one unit a module
 */
export function CodeImage({
  name,
  image,
}: {
  name: string;
  image: { size: number; paths: readonly { fill: string; path: string }[] };
}) {
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${image.size} ${image.size}`}
      shapeRendering="crispEdges"
      className="block h-auto w-full bg-white scheme-light forced-color-adjust-none"
    >
      {image.paths.map(({ fill, path }) => (
        <path key={fill} d={path} fill={fill} />
      ))}
    </svg>
  );
}
