'use client';

import type { MouseEvent } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** Sends the form around it and shows that it is being worked on; a second press meanwhile does nothing. */
export function SubmitButton({ name, value, ...props }: Omit<ButtonProps, 'type' | 'working' | 'onClick'>) {
  const { pending, data } = useFormStatus();
  const pressed = pending && (name === undefined || data?.get(name) === value);
  const ignoreWhilePending = (event: MouseEvent) => {
    if (pending) event.preventDefault();
  };

  return (
    <Button
      {...props}
      type="submit"
      name={name}
      value={value}
      working={pressed}
      onClick={ignoreWhilePending}
    />
  );
}
