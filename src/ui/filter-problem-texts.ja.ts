import type { Translation } from '#ui/catalogue.ts';
import type { filterProblemTexts } from './filter-problem-texts.ts';

export const messages: Translation<typeof filterProblemTexts> = {
  found:
    "“{near}” の位置には、{expected, select, operand {フィールド ({fields}) または “(”} operator {“eq” または “ne”} value {'reseller' のように引用符で囲んだ値} connective {“and”、“or”、またはフィルターの終わり} other {“and”、“or”、または “)”}} が必要です。",
  ended:
    "フィルターが “{near}” の後で終わっていますが、{expected, select, operand {フィールド ({fields}) または “(”} operator {“eq” または “ne”} value {'reseller' のように引用符で囲んだ値} connective {“and”、“or”、またはフィルターの終わり} other {“and”、“or”、または “)”}} が必要です。",
  notClosed: '“{near}” で始まる値に終わりがありません。閉じる {closing} が必要です。',
};
