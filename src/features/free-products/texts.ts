import type { Catalogue } from '#ui/language.ts';

type Texts = {
  /** `share` is their share of what was sold. */
  readonly drown: (share: string, count: number, products: string) => string;
  readonly leaveOut: string;
  readonly dismiss: string;
};

export const texts: Catalogue<Texts> = {
  en: {
    drown: (share, count, products) =>
      `${share} of what is sold here are free and trial products, which nobody bought to use (${products} ${count === 1 ? 'product' : 'products'}).`,
    leaveOut: 'Leave them out',
    dismiss: 'Close this note',
  },
};
