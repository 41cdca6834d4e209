import type { Translation } from '#ui/catalogue.ts';
import type { filterProblemTexts } from './filter-problem-texts.ts';

export const messages: Translation<typeof filterProblemTexts> = {
  found:
    "Gefunden wurde „{near}“, wo {expected, select, operand {ein Feld ({fields}) oder „(“} operator {„eq“ oder „ne“} value {ein Wert in geraden Anführungszeichen, etwa 'reseller',} connective {„and“, „or“ oder das Ende des Filters} other {„and“, „or“ oder „)“}} erwartet wird.",
  ended:
    "Der Filter endet nach „{near}“, wo {expected, select, operand {ein Feld ({fields}) oder „(“} operator {„eq“ oder „ne“} value {ein Wert in geraden Anführungszeichen, etwa 'reseller',} connective {„and“, „or“ oder das Ende des Filters} other {„and“, „or“ oder „)“}} erwartet wird.",
  notClosed: 'Der Wert, der mit „{near}“ beginnt, hat kein Ende: Ein schließendes {closing} wird erwartet.',
};
