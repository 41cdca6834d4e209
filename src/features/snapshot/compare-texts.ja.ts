import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './compare-texts.ts';

export const messages: Translation<typeof texts> = {
  compareWith: '比較対象',
  none: 'なし',
  daysBefore: '{days, plural, other {# 日前}}',
  monthEnd: '前月末',
  quarterEnd: '前四半期末',
};
