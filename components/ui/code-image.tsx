/**
 * Modules along one side with the quiet zone, and for each colour the path data of its modules, where one unit is one module; or a
 * PNG as a data URL.
 */
export type ShownImage = { size: number; paths: { fill: string; path: string }[] } | { png: string };

/** A code for a phone's camera. Always on white, because phones do not read it in inverted colours. */
export function CodeImage({ name, image }: { name: string; image: ShownImage }) {
  if ('png' in image)
    return <img src={image.png} alt={name} className="block h-auto w-full bg-white [image-rendering:pixelated]" />;
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
