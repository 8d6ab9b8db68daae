/**
 * A code for a phone's camera. Always on white, because phones do not read it in inverted colours.
 * @param image modules along one side, and for each colour the path data of its modules; one unit is one module
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
