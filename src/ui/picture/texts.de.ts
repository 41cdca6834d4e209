import type { Translation } from '#ui/catalogue.ts';
import type { pictureTexts } from './texts.ts';

export const messages: Translation<typeof pictureTexts> = {
  take: '„{chart}“ mitnehmen',
  svg: 'Als SVG speichern',
  png: 'Als PNG speichern',
  copy: 'Als Bild kopieren',
  copied: 'Das Bild ist kopiert.',
  notCopied: 'Der Browser hat es nicht kopiert. Speichern Sie es stattdessen.',
};
