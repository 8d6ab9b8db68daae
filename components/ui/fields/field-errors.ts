'use client';

import { createContext, useContext } from 'react';

/** What is wrong with the fields of the enclosing form, by their names. */
export const FieldErrors = createContext<Partial<Record<string, string>>>({});

/** @returns what is wrong with the field of this name, and how to correct it */
export function useFieldError(name: string | undefined): string | undefined {
  const errors = useContext(FieldErrors);
  return name === undefined ? undefined : errors[name];
}
