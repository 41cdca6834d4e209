import { useTexts } from '#ui/catalogue.ts';
import { changeTexts } from '#ui/change-texts.ts';
import { fieldTexts } from '#ui/field-texts.ts';
import { figureTexts } from '#ui/figure-texts.ts';
import type { Explained } from '#view/view.ts';
import { texts } from './texts.ts';

/** The names of the figures and columns that the page explains. */
export function useExplainedNames(): Readonly<Record<Explained, string>> {
  const { remedy } = useTexts(texts);
  return { ...useTexts(figureTexts), ...useTexts(fieldTexts), ...useTexts(changeTexts), remedy };
}
