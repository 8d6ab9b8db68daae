import { useState } from 'react';

/**
 * The image that the customer's renderer paints. It comes through a route of this site for its owner alone: the browser
 * never talks to the renderer, and the address says nothing of what the image says.
 */
export function CrontoImage({ name, address, onFailed }: { name: string; address: string; onFailed: () => void }) {
  const [isLoaded, setIsLoaded] = useState(false);
  return (
    <div className="relative aspect-square">
      {!isLoaded && (
        <p className="absolute inset-0 grid animate-pulse place-items-center text-black motion-reduce:animate-none">
          Loading the image…
        </p>
      )}
      <img
        src={address}
        alt={isLoaded ? name : ''}
        className="size-full object-contain p-[6%]"
        onLoad={() => setIsLoaded(true)}
        onError={onFailed}
      />
    </div>
  );
}
