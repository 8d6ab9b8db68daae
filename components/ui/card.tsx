import type { ReactNode } from 'react';

export function Card({ children }: { children: ReactNode }) {
  return <div className="rounded-card border border-line bg-surface p-5 shadow-card sm:p-6">{children}</div>;
}
