import { Laptop, Smartphone, SquareTerminal, Tablet, type LucideIcon } from 'lucide-react';

/** By what people and browsers call their devices. The first that fits; a phone where none does. */
const KINDS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/tablet|ipad|galaxy tab/i, Tablet],
  [/terminal|console|\bcli\b/i, SquareTerminal],
  [/laptop|notebook|macbook|desktop|\bpc\b|windows|linux|mac\b|macos/i, Laptop],
];

/** The icon of a device's kind. Decorative. */
export function DeviceFace({ name }: { name: string }) {
  const Icon = KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? Smartphone;
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-control bg-accent-soft text-accent">
      <Icon aria-hidden="true" className="size-5" />
    </span>
  );
}
