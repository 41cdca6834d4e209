import type { Translation } from '#ui/catalogue.ts';
import type { buttonTexts } from './button-texts.ts';

export const messages: Translation<typeof buttonTexts> = {
  export: 'エクスポート',
  writing: '行をエクスポートしています',
  stop: 'エクスポートを停止',
  done: '{rows, plural, other {# 行をエクスポートしました}}',
};
