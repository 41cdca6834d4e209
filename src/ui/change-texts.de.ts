import type { Translation } from './catalogue.ts';
import type { changeTexts } from './change-texts.ts';

export const messages: Translation<typeof changeTexts> = {
  before: 'Vorher',
  change: 'Änderung',
  changePercent: 'Änderung %',
  changeDeployed: 'Änderung bereitgestellt',
  changeIdle: 'Änderung ungenutzt',
};
