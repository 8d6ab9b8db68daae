'use client';

import { useState, type FormEvent } from 'react';
import { t } from '@/lib/shared/language/t';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Says in the page's language, and at the field, what the browser would say in its own and in a bubble. The first wrong
 * field of a form takes the focus. @returns handlers for the field, and what is wrong until it is changed
 */
export function useValidity<Control extends Field>() {
  const [fault, setFault] = useState<string | null>(null);
  return {
    fault,
    handlers: {
      onInvalid(event: FormEvent<Control>) {
        event.preventDefault();
        const { currentTarget: field } = event;
        setFault(faultOf(field.validity));
        if (firstInvalid(field) === field) field.focus();
      },
      onInput: () => setFault(null),
    },
  };
}

function firstInvalid(field: Field): Element | null {
  return field.form === null
    ? field
    : ([...field.form.elements].find((one) => one.matches(':invalid:not(fieldset)')) ?? null);
}

function faultOf({ valueMissing, typeMismatch }: ValidityState): string {
  if (valueMissing) return t('Fill in this field.');
  return typeMismatch ? t('This is not an email address.') : t('Check what you entered here.');
}
