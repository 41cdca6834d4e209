import type { Translation } from './catalogue.ts';
import type { changeTexts } from './change-texts.ts';

export const messages: Translation<typeof changeTexts> = {
  before: 'سابقًا',
  change: 'التغيّر',
  changePercent: 'نسبة التغيّر',
  changeDeployed: 'تغيّر المنشور',
  changeIdle: 'تغيّر الخاملة',
};
