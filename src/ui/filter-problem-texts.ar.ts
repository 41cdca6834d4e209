import type { Translation } from '#ui/catalogue.ts';
import type { filterProblemTexts } from './filter-problem-texts.ts';

export const messages: Translation<typeof filterProblemTexts> = {
  found:
    'وُجد "{near}" حيث يُتوقع {expected, select, operand {حقل ({fields}) أو "("} operator {"eq" أو "ne"} value {قيمة مثل \'reseller\' بين علامتي اقتباس مستقيمتين} connective {"and" أو "or" أو نهاية التصفية} other {"and" أو "or" أو ")"}}.',
  ended:
    'تنتهي التصفية بعد "{near}" حيث يُتوقع {expected, select, operand {حقل ({fields}) أو "("} operator {"eq" أو "ne"} value {قيمة مثل \'reseller\' بين علامتي اقتباس مستقيمتين} connective {"and" أو "or" أو نهاية التصفية} other {"and" أو "or" أو ")"}}.',
  notClosed: 'القيمة التي تبدأ بـ "{near}" بلا نهاية: تُتوقع علامة {closing} في آخرها.',
};
