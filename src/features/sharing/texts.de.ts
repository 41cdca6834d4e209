import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  copyLink: 'Link kopieren',
  copied: 'Link kopiert',
  copyByHand: 'Der Browser hat das Kopieren nicht erlaubt: Kopieren Sie die Adresse aus der Adressleiste.',
  longLinkCopied:
    'Link kopiert. Er hat mehr als {limit} Zeichen: Manche Programme schneiden solche Links ab.',
};
