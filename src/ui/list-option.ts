import type { ReactNode } from 'react';

/** An option of a list: its value, its name, and the text beside it. */
export type ListOption<T extends string> = {
  readonly value: T;
  readonly name: string;
  readonly aside?: ReactNode;
};
